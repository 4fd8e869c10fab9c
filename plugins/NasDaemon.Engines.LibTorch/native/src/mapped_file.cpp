#include "samples.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace nas {

MappedFile::MappedFile(const std::string& path) {
    const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    TORCH_CHECK(descriptor >= 0, path, ": ", std::strerror(errno));
    struct stat status {};
    const bool known = fstat(descriptor, &status) == 0;
    void* mapping = known && status.st_size > 0
        ? mmap(nullptr, static_cast<size_t>(status.st_size), PROT_READ, MAP_SHARED, descriptor, 0)
        : MAP_FAILED;
    const int error = errno;
    close(descriptor);
    TORCH_CHECK(known && status.st_size > 0, path, ": the file is empty");
    TORCH_CHECK(mapping != MAP_FAILED, path, ": ", std::strerror(error));
    data_ = static_cast<const uint8_t*>(mapping);
    size_ = status.st_size;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile::~MappedFile() {
    if (data_ != nullptr) {
        munmap(const_cast<uint8_t*>(data_), static_cast<size_t>(size_));
    }
}

}  // namespace nas
