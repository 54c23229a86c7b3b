#include "geometry.h"

#include <cmath>
#include <cstdarg>
#include <cstring>
#include <new>

Point Point::operator+(const Point &other) const { return {x + other.x, y + other.y}; }
Point &Point::operator+=(const Point &other) { return *this = *this + other; }
bool Point::operator==(const Point &other) const { return x == other.x && y == other.y; }
double Point::operator[](int index) const { return index == 0 ? x : y; }
Point::operator bool() const { return x != 0 || y != 0; }

int Shape::alive_ = 0;
Shape::Shape(const char *name) : style_{1, 0, 0, Unit::millimetre} {
  strncpy(name_, name, sizeof name_ - 1);
  name_[sizeof name_ - 1] = 0;
  alive_++;
}
Shape::Shape(const Shape &other) : style_(other.style_) {
  memcpy(name_, other.name_, sizeof name_);
  alive_++;
}
Shape::~Shape() { alive_--; }
int Shape::corners() const { return 0; }
const char *Shape::name() const { return name_; }
void Shape::restyle(Style style) { style_ = style; }
Shape::Style Shape::style() const { return style_; }
int Shape::alive() { return alive_; }

Circle::Circle(Point centre, double radius) : Shape("circle"), centre(centre), radius_(radius) {}
double Circle::area(double scale) const { return 3 * radius_ * radius_ * scale; }

Polygon::Polygon(const Point *points, int count) : Shape("polygon"), count_(count) {
  points_ = new Point[static_cast<unsigned>(count)];
  for (int i = 0; i < count; i++) points_[i] = points[i];
}
Polygon::~Polygon() { delete[] points_; }
double Polygon::area(double scale) const {
  double sum = 0;
  for (int i = 0; i < count_; i++) {
    const Point &a = points_[i], &b = points_[(i + 1) % count_];
    sum += a.x * b.y - b.x * a.y;
  }
  return std::fabs(sum) / 2 * scale;
}
int Polygon::corners() const { return count_; }
Point &Polygon::at(int index) { return points_[index]; }
const Point &Polygon::at(int index) const { return points_[index]; }

Named::~Named() = default;
const char *Named::label() const { return "named"; }
static const Point square[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
Badge::Badge() : Polygon(square, 4), rank(7) { initial = 'b'; }
const char *Badge::label() const { return "badge"; }

Node::~Node() = default;

namespace geometry {

int kind_of(int) { return 1; }
int kind_of(double) { return 2; }
int kind_of(const Point &) { return 3; }
int kind_of(Point *, int count) { return 4 + count; }

double distance(const Point &from, Point to) {
  return std::hypot(from.x - to.x, from.y - to.y);
}
Point middle(Point a, Point b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }
void move(Point &point, double by_x, double by_y) { point += {by_x, by_y}; }
Unit other_unit(Unit unit) { return unit == Unit::inch ? Unit::millimetre : Unit::inch; }
Variant variant(double value) {
  Variant made{};
  made.kind = Variant::Kind::real;
  made.real = value;
  return made;
}
long take(Variant &&variant) {
  return variant.kind == Variant::Kind::real ? static_cast<long>(variant.real) : variant.integer;
}
Corner opposite(Corner corner) { return corner == bottom ? top_left : bottom; }
int both_weight(const Both &both) { return both.weight + both.left; }
int area_sum(int count, ...) {
  va_list list;
  va_start(list, count);
  int sum = 0;
  for (int i = 0; i < count; i++) sum += va_arg(list, int);
  va_end(list);
  return sum;
}

/* So that the compiler writes these classes down. */
Both *make_both() { return new Both{}; }
Badge *make_badge() { return new Badge; }

}  // namespace geometry

inline namespace current {
int outside(Outside value) { return value.here; }
}  // namespace current
