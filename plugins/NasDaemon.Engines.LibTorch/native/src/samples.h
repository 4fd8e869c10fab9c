// One split of a data set: samples mapped into memory, their labels, and how they become batches.
#pragma once

#include "guard.h"
#include "nasdaemon_torch.h"

#include <ATen/ATen.h>

#include <array>
#include <vector>

namespace nas {

// A file in memory, read-only; the pages are shared with every other process that maps it.
class MappedFile {
public:
    explicit MappedFile(const std::string& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    const uint8_t* data() const { return data_; }
    int64_t size() const { return size_; }

private:
    const uint8_t* data_ = nullptr;
    int64_t size_ = 0;
};

// One sample of a training batch after augmentation: where its crop begins and whether it is mirrored.
struct Placement {
    int64_t top = 0;
    int64_t left = 0;
    bool mirrored = false;
};

Placement place_sample(const nas_augmentation* augmentation, int64_t epoch, int64_t position);

}  // namespace nas

struct nas_samples : nas::Counted {
public:
    nas_samples(int32_t element, at::IntArrayRef shape);

    void add_block(const char* path, int64_t offset, int64_t stride, int64_t count);
    void set_labels(const int32_t* labels, int64_t count);

    int64_t channels() const { return shape_.size() > 1 ? shape_[0] : 1; }
    int64_t sample_elements() const { return elements_; }
    bool is_image() const { return shape_.size() == 3; }

    void measure(const int32_t* indices, int64_t count, double* means, double* deviations) const;
    void normalise(const double* means, const double* deviations);

    // Images lie channels last, everything else row-major.
    at::Tensor gather(const nas_batch& batch, const nas_augmentation* augmentation) const;
    at::Tensor gather_labels(const nas_batch& batch) const;

private:
    struct Block {
        nas::MappedFile file;
        int64_t first;
        int64_t offset;
        int64_t stride;
    };

    const uint8_t* sample(int32_t index) const;
    void measure_bytes(const int32_t* indices, int64_t count, double* means, double* deviations) const;
    void measure_floats(const int32_t* indices, int64_t count, double* means, double* deviations) const;

    template <typename Read>
    void gather_image(const uint8_t* source, const nas::Placement& placement, Read read, float* target) const;

    template <typename Read>
    void gather_all(const nas_batch& batch, const nas_augmentation* augmentation, Read read, float* target) const;

    std::vector<Block> blocks_;
    std::vector<int64_t> shape_;
    std::vector<int32_t> labels_;
    int64_t count_ = 0;
    int64_t elements_ = 1;
    bool is_bytes_;
    std::vector<float> means_;
    std::vector<float> deviations_;
    std::vector<std::array<float, 256>> byte_values_;  // a channel's byte → what forward sees
};
