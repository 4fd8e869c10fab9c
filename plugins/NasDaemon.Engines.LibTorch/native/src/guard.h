// What every entry point shares: exceptions become error texts, threads are prepared, handles are counted.
#pragma once

#include <c10/util/Exception.h>

#include <atomic>
#include <cstdint>
#include <exception>
#include <string>

namespace nas {

void set_last_error(const char* message) noexcept;

// libtorch keeps its thread counts and its executor mode per thread, and callers may come from any thread.
void prepare_thread();

// Counts the live handles; a base of every handle type.
class Counted {
public:
    Counted() { ++live; }
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted();

    static std::atomic<int64_t> live;
};

template <typename Body>
int32_t guarded(Body&& body) noexcept {
    try {
        prepare_thread();
        body();
        return 0;
    } catch (const c10::Error& error) {
        set_last_error(error.what_without_backtrace());
    } catch (const std::exception& error) {
        set_last_error(error.what());
    } catch (...) {
        set_last_error("an unknown error in libtorch");
    }
    return 1;
}

}  // namespace nas
