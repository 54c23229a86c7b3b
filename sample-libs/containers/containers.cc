#include "containers.h"

template <typename Key, typename Value, int Capacity>
bool Table<Key, Value, Capacity>::put(const Key &key, Value value) {
  if (count == Capacity) return false;
  slots[count++] = {key, value, true};
  return true;
}
template <typename Key, typename Value, int Capacity>
const Value *Table<Key, Value, Capacity>::find(const Key &key) const {
  for (unsigned i = 0; i < count; i++)
    if (slots[i].key == key) return &slots[i].value;
  return nullptr;
}
template struct Table<int, double>;
template struct Table<short, char, 9>;
template int containers::sum<int>(int);
template double containers::sum<double, int, float>(double, int, float);

int Person::age() const { return age_; }

int Counted::alive = 0;
Counted::Counted(int value) : value(value) { alive++; }
Counted::Counted(const Counted &other) : value(other.value) { alive++; }
Counted::~Counted() { alive--; }

namespace containers {

std::string join(const std::vector<std::string> &words, std::string_view between) {
  std::string joined;
  for (const std::string &word : words) {
    if (!joined.empty()) joined += between;
    joined += word;
  }
  return joined;
}
std::size_t length(std::string text) { return text.size(); }
int total(const std::vector<int> &numbers, Transform transform, void *state) {
  int sum = 0;
  for (int number : numbers) sum += transform ? transform(number, state) : number;
  return sum;
}
int swap_pair(Pair pair) { return static_cast<int>(pair.second) * 100 + pair.first; }
Pair make_pair(int first, float second) { return {first, second}; }
int counted(Counted counted) { return counted.value; }
Counted make_counted(int value) { return Counted(value); }
int held(Holder holder) { return holder.counted.value + holder.tail; }
int moved(Moved moved) { return moved.value; }
int age_by(int (Person::*function)() const, const Person &person) { return (person.*function)(); }
int field_by(int Person::*field, const Person &person) { return person.*field; }
int apply(int (*function)(int), int value) { return function(value); }
std::array<int, 3> triple(int value) { return {value, value * 2, value * 3}; }
std::tuple<char, double> tuple(char a, double b) { return {a, b}; }
std::unique_ptr<int> boxed(int value) { return std::make_unique<int>(value); }

}  // namespace containers
