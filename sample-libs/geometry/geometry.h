/* C++ with debug information: classes, references, namespaces, operators, enumerations, nested types,
   bases and unions. Layouts are compared with pahole's, which looks into no namespace, so that only
   functions are in one. This header is C++. */
#pragma once

enum class Unit : unsigned char { millimetre, inch = 25 };
enum Corner { top_left, top_right = 4, bottom = -1 };

struct Point {
  double x, y;
  Point operator+(const Point &other) const;
  Point &operator+=(const Point &other);
  bool operator==(const Point &other) const;
  double operator[](int index) const;  // 0: x, else y
  explicit operator bool() const;      // not the origin
};

/* No data of its own: takes no room as a base. */
struct Tag {};

class Shape {
 public:
  struct Style {
    unsigned width : 4;
    unsigned dashed : 1;
    unsigned : 3;
    unsigned long colour : 24;
    Unit unit;
  };
  explicit Shape(const char *name = "shape");
  Shape(const Shape &other);
  virtual ~Shape();
  virtual double area(double scale = 1) const = 0;
  virtual int corners() const;  // 0
  const char *name() const;
  void restyle(Style style);
  Style style() const;
  static int alive();

 protected:
  Style style_;

 private:
  char name_[21];
  static int alive_;
};

class Circle final : public Shape, private Tag {
 public:
  Circle(Point centre, double radius);
  double area(double scale) const override;  // 3 * radius * radius * scale
  Point centre;

 private:
  double radius_;
};

class Polygon : public Shape {
 public:
  Polygon(const Point *points, int count);
  ~Polygon() override;
  double area(double scale) const override;
  int corners() const override;
  Point &at(int index);
  const Point &at(int index) const;

 private:
  Point *points_;
  int count_;
};

/* Two bases with virtual functions. */
struct Named {
  virtual ~Named();
  virtual const char *label() const;
  char initial;
};
class Badge : public Polygon, public Named {
 public:
  Badge();
  const char *label() const override;
  short rank;
};

/* One object of the base, however often it is inherited. */
struct Node {
  virtual ~Node();
  int weight;
};
struct Left : virtual Node {
  int left;
};
struct Right : virtual Node {
  char right;
};
struct Both : Left, Right {
  long both;
};

struct Variant {
  enum class Kind { integer, real, text } kind;
  union {
    long integer;
    double real;
    struct {
      const char *text;
      unsigned short length;
    };
  };
  bool : 0;
  char flag;
};

namespace geometry {

/* Overloads. */
int kind_of(int value);
int kind_of(double value);
int kind_of(const Point &point);
int kind_of(Point *point, int count = 1);

double distance(const Point &from, Point to);
Point middle(Point a, Point b);
void move(Point &point, double by_x, double by_y = 0);
Unit other_unit(Unit unit);
Variant variant(double value);
long take(Variant &&variant);
Corner opposite(Corner corner);
int both_weight(const Both &both);
int area_sum(int count, ...);

}  // namespace geometry

inline namespace current {
struct Outside {
  int here;
};
int outside(Outside value);
}  // namespace current
