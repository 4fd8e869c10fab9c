// Randomness by position: the same place in a training always draws the same numbers, whatever came before.
#pragma once

#include <cstdint>

namespace nas {

// One round of SplitMix64.
inline uint64_t mix(uint64_t value) {
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

inline uint64_t mix(uint64_t seed, uint64_t epoch, uint64_t position) { return mix(mix(mix(seed) ^ epoch) ^ position); }

}  // namespace nas
