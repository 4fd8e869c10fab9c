#include "allocator.h"

#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <vector>

// A training step asks for the same large blocks again and again. The C library returns them to the system each
// time, and the page faults of getting them back cost up to half of a step of a network that is bound by memory.

namespace nas {

namespace {

constexpr size_t alignment = 64;
constexpr size_t header_bytes = 64;
constexpr size_t page = 4096;
constexpr size_t huge_page = size_t{2} << 20;
constexpr size_t cached_from = size_t{64} << 10;

struct Header {
    size_t capacity;  // of the whole block, or 0 for a small one that malloc owns
};

// Classes an eighth of a power of two apart: at most 12.5 % of a block is unused.
size_t round_up(size_t bytes) {
    size_t step = page;
    while (step * 16 <= bytes) {
        step *= 2;
    }
    return (bytes + step - 1) / step * step;
}

class BlockCache {
public:
    void* take(size_t capacity) {
        const std::lock_guard<std::mutex> lock(mutex_);
        in_use_ += capacity;
        peak_ = std::max(peak_, in_use_);
        const auto found = free_.find(capacity);
        if (found == free_.end() || found->second.empty()) {
            return nullptr;
        }
        void* block = found->second.back();
        found->second.pop_back();
        cached_ -= capacity;
        return block;
    }

    // False where the block is one too many: what is in use and what is kept never exceed twice the most that was in use at once.
    bool put(void* block, size_t capacity) {
        const std::lock_guard<std::mutex> lock(mutex_);
        in_use_ -= capacity;
        if (in_use_ + cached_ + capacity > 2 * peak_) {
            return false;
        }
        free_[capacity].push_back(block);
        cached_ += capacity;
        return true;
    }

    void forget(size_t capacity) {
        const std::lock_guard<std::mutex> lock(mutex_);
        in_use_ -= capacity;
    }

    void release() {
        const std::lock_guard<std::mutex> lock(mutex_);
        for (const auto& blocks : free_) {
            for (void* block : blocks.second) {
                munmap(block, blocks.first);
            }
        }
        free_.clear();
        cached_ = 0;
        peak_ = in_use_;
    }

private:
    std::mutex mutex_;
    std::map<size_t, std::vector<void*>> free_;
    size_t in_use_ = 0;
    size_t cached_ = 0;
    size_t peak_ = 0;
};

// Never destroyed: tensors with static lifetime outlive every order of destruction.
BlockCache& cache() {
    static auto* instance = new BlockCache();
    return *instance;
}

void* map_block(size_t capacity) {
    void* block = mmap(nullptr, capacity, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (block == MAP_FAILED) {
        return nullptr;
    }
    if (capacity >= huge_page) {
        madvise(block, capacity, MADV_HUGEPAGE);
    }
    return block;
}

void* allocate_large(size_t bytes) {
    const size_t capacity = round_up(bytes);
    void* block = cache().take(capacity);
    if (block == nullptr) {
        block = map_block(capacity);
    }
    if (block == nullptr) {
        cache().forget(capacity);
        return nullptr;
    }
    static_cast<Header*>(block)->capacity = capacity;
    return block;
}

void* allocate_small(size_t bytes) {
    void* block = nullptr;
    if (posix_memalign(&block, alignment, bytes) != 0) {
        return nullptr;
    }
    static_cast<Header*>(block)->capacity = 0;
    return block;
}

void deallocate(void* data) {
    if (data == nullptr) {
        return;
    }
    void* block = static_cast<char*>(data) - header_bytes;
    const size_t capacity = static_cast<Header*>(block)->capacity;
    if (capacity == 0) {
        std::free(block);
    } else if (!cache().put(block, capacity)) {
        munmap(block, capacity);
    }
}

// Newer versions of libtorch want allocate without const, and copy_data. Without "override" this fits them all.
class CachingAllocator final : public c10::Allocator {
public:
    c10::DataPtr allocate(size_t bytes) const { return allocate_block(bytes); }

    c10::DataPtr allocate(size_t bytes) { return allocate_block(bytes); }

    c10::DeleterFnPtr raw_deleter() const override { return &deallocate; }

    void copy_data(void* target, const void* source, std::size_t count) const { std::memcpy(target, source, count); }

private:
    static c10::DataPtr allocate_block(size_t bytes) {
        const c10::Device device(c10::DeviceType::CPU);
        if (bytes == 0) {
            return {nullptr, nullptr, &deallocate, device};
        }
        const size_t total = bytes + header_bytes;
        void* block = total < cached_from ? allocate_small(total) : allocate_large(total);
        TORCH_CHECK(block != nullptr, "out of memory: ", bytes, " bytes were asked for");
        void* data = static_cast<char*>(block) + header_bytes;
        return {data, data, &deallocate, device};
    }
};

}  // namespace

void install_allocator() {
    static auto* allocator = new CachingAllocator();
    c10::SetCPUAllocator(allocator, 1);
}

void release_cached_memory() noexcept { cache().release(); }

}  // namespace nas
