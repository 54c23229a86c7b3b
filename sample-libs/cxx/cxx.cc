#include "cxx.h"

#include <stdexcept>

extern "C" {
void throw_runtime_error(void) { throw std::runtime_error("it went wrong"); }
void throw_int(int value) { throw value; }
void throw_text(void) { throw "text thrown"; }
void throw_odd(void) { throw shapes::Odd{7}; }

int at_index(unsigned long index) {
  static const std::vector<int> numbers{10, 20, 30};
  return numbers.at(index);
}

int catch_from(void (*function)(void)) {
  try {
    function();
    return 0;
  } catch (...) {
    return 1;
  }
}

// Out of the function itself, so that the compiler cannot see that it always terminates.
void throw_from_noexcept(void) noexcept { throw_runtime_error(); }

void *shape_create(int width, int height) { return new shapes::Rectangle(width, height); }
void shape_destroy(void *shape) { delete static_cast<shapes::Rectangle *>(shape); }
int shape_area(const void *shape) { return static_cast<const shapes::Rectangle *>(shape)->area(); }
}

namespace shapes {

int Shape::count = 0;
Shape::~Shape() = default;

Rectangle::Rectangle(int width, int height) : width(width), height(height) { count++; }
Rectangle::~Rectangle() { count--; }
int Rectangle::area() const { return width * height; }

void Rectangle::scale(int factor) {
  width *= factor;
  height *= factor;
}

Rectangle Rectangle::operator+(const Rectangle &other) const {
  return Rectangle(width + other.width, height + other.height);
}

int describe(int) { return 1; }
int describe(double) { return 2; }
int describe(const char *) { return 3; }
int describe(unsigned char, long, float &, const Rectangle *) { return 4; }

void increment(int &value) { value++; }
const Rectangle &larger(const Rectangle &a, const Rectangle &b) {
  return a.area() >= b.area() ? a : b;
}

std::string greet(const std::string &name) { return "hello, " + name; }
unsigned long length_of(std::string text) { return text.size(); }

std::vector<int> count_to(int last) {
  std::vector<int> numbers;
  for (int i = 1; i <= last; i++) numbers.push_back(i);
  return numbers;
}

std::string shout(std::string text) {
  text += '!';
  return text;
}
const std::string &motto() {
  static const std::string text = "look, then call";
  return text;
}
void append(std::string &text, const char *more) { text += more; }
unsigned long wide_length(const std::wstring &text) { return text.size(); }

int Token::alive = 0;
Token::Token(int value) : value(value) { alive++; }
Token::Token(const Token &other) : value(other.value) { alive++; }
Token::~Token() { alive--; }
int Token::add(int a, int b) { return a + b; }
Token wrap(int value) { return Token(value); }
int unwrap(Token token) {
  int value = token.value;
  token.value = 0;
  return value;
}

Person make_person(const std::string &name, int age) { return {name, age}; }

template int largest<int>(int, int);
template double largest<double>(double, double);

}  // namespace shapes
