/* C++ with debug information: templates, members of the standard library, function pointers, pointers to
   members, and classes that are passed by address. This header is C++. */
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

template <typename Key, typename Value, int Capacity = 4>
struct Table {
  struct Slot {
    Key key;
    Value value;
    bool used;
  };
  Slot slots[Capacity];
  unsigned short count;
  bool put(const Key &key, Value value);
  const Value *find(const Key &key) const;
};

struct Person {
  std::string name;
  std::vector<int> scores;
  std::optional<double> weight;
  std::unique_ptr<Person> friend_;
  std::pair<char, long> place;
  std::map<int, std::string> notes;
  std::function<int(int)> rule;
  int age() const;
  int age_ = 40;
};

/* In registers: nobody wrote a copy constructor or a destructor. */
struct Pair {
  int first;
  float second;
};
/* By address: somebody did. */
struct Counted {
  Counted(int value);
  Counted(const Counted &other);
  ~Counted();
  int value;
  static int alive;
};
/* By address too, for a part of it is. */
struct Holder {
  Counted counted;
  char tail;
};
/* Can be moved only. */
struct Moved {
  Moved(int value) : value(value) {}
  Moved(Moved &&) = default;
  Moved(const Moved &) = delete;
  int value;
};

namespace containers {

using Transform = int (*)(int, void *);

std::string join(const std::vector<std::string> &words, std::string_view between = ", ");
std::size_t length(std::string text);
int total(const std::vector<int> &numbers, Transform transform = nullptr, void *state = nullptr);
int swap_pair(Pair pair);
Pair make_pair(int first, float second);
int counted(Counted counted);
Counted make_counted(int value);
int held(Holder holder);
int moved(Moved moved);
int age_by(int (Person::*function)() const, const Person &person);
int field_by(int Person::*field, const Person &person);
int apply(int (*function)(int), int value);
std::array<int, 3> triple(int value);
std::tuple<char, double> tuple(char a, double b);
std::unique_ptr<int> boxed(int value);

template <typename T, typename... Rest>
T sum(T first, Rest... rest) {
  if constexpr (sizeof...(rest) == 0) return first;
  else return first + static_cast<T>(sum(rest...));
}
extern template int sum<int>(int);
extern template double sum<double, int, float>(double, int, float);

}  // namespace containers

extern template struct Table<int, double>;
extern template struct Table<short, char, 9>;
