/* C++ behind C names, and C++ names of many kinds (namespaces, templates, overloads, operators).
   This header is C++; the functions in extern "C" can be called as C. */
#pragma once

#include <string>
#include <vector>

extern "C" {
/* Throws std::runtime_error("it went wrong"). */
void throw_runtime_error(void);
/* Throws the int given. */
void throw_int(int value);
/* Throws a const char *: "text thrown". */
void throw_text(void);
/* Throws a class of the library's own that is no std::exception: shapes::Odd. */
void throw_odd(void);
/* Throws std::out_of_range from inside libstdc++ for index >= 3; else 10, 20, 30. */
int at_index(unsigned long index);
/* Throws through a callback and catches what comes out: 1 caught, 0 nothing thrown. */
int catch_from(void (*function)(void));
/* noexcept, and throws: std::terminate, SIGABRT. */
void throw_from_noexcept(void) noexcept;
/* A rectangle on the heap, for calls by mangled names; destroy it with shape_destroy. */
void *shape_create(int width, int height);
void shape_destroy(void *shape);
/* Through the virtual function: width * height. */
int shape_area(const void *shape);
}

namespace shapes {

struct Odd {
  int number;
};

class Shape {
 public:
  virtual ~Shape();
  virtual int area() const = 0;
  static int count;  // how many are alive
};

class Rectangle : public Shape {
 public:
  Rectangle(int width, int height);
  ~Rectangle() override;
  int area() const override;
  void scale(int factor);
  Rectangle operator+(const Rectangle &other) const;  // adds widths and heights
  int width, height;
};

/* Overloads. */
int describe(int value);           // 1
int describe(double value);        // 2
int describe(const char *value);   // 3
int describe(unsigned char, long, float &, const Rectangle *);  // 4

/* References. */
void increment(int &value);
const Rectangle &larger(const Rectangle &a, const Rectangle &b);

/* std::string in and out, and a non-trivial class by value. */
std::string greet(const std::string &name);     // "hello, " + name
unsigned long length_of(std::string text);      // by invisible reference
std::vector<int> count_to(int last);            // {1, …, last}

std::string shout(std::string text);            // changed in place and given back: text + "!"
const std::string &motto();                     // "look, then call", always the same object
void append(std::string &text, const char *more);
unsigned long wide_length(const std::wstring &text);

/* A class that is passed by address, for it counts its objects. */
class Token {
 public:
  explicit Token(int value);
  Token(const Token &other);
  ~Token();
  static int alive;
  static int add(int a, int b);  // takes no object
  int value;
};
Token wrap(int value);
int unwrap(Token token);  // its value, and 0 left in the copy

/* Members that are strings. */
struct Person {
  std::string name;
  int age;
};
Person make_person(const std::string &name, int age);

/* A template, instantiated for int and double. */
template <typename T>
T largest(T a, T b) {
  return a > b ? a : b;
}
extern template int largest<int>(int, int);
extern template double largest<double>(double, double);

}  // namespace shapes
