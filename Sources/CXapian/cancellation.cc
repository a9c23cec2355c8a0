#include <new>

#include "spies.hh"

cxapian_cancellation *cxapian_cancellation_new(double seconds) noexcept {
  auto *cancellation = new (std::nothrow) cxapian_cancellation;
  if (!cancellation || !(seconds > 0)) return cancellation;
  using Clock = std::chrono::steady_clock;
  // A time of centuries would overflow the clock; it means the same as none.
  if (seconds > 1e9) return cancellation;
  cancellation->hasDeadline = true;
  cancellation->deadline =
      Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  return cancellation;
}

void cxapian_cancellation_set(cxapian_cancellation *cancellation) noexcept {
  cancellation->isSet.store(true, std::memory_order_relaxed);
}

bool cxapian_cancellation_is_set(const cxapian_cancellation *cancellation) noexcept {
  return cancellation->isSet.load(std::memory_order_relaxed) ||
         (cancellation->hasDeadline && std::chrono::steady_clock::now() >= cancellation->deadline);
}

void cxapian_cancellation_free(cxapian_cancellation *cancellation) noexcept { delete cancellation; }
