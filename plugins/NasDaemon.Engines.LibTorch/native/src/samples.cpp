#include "samples.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace {

constexpr double byte_scale = 1.0 / 255.0;

float load_float(const uint8_t* source) {
    float value;
    std::memcpy(&value, source, sizeof value);
    return value;
}

}  // namespace

nas_samples::nas_samples(int32_t element, at::IntArrayRef shape)
    : shape_(shape.vec()), is_bytes_(element == NAS_UINT8) {
    TORCH_CHECK(is_bytes_ || element == NAS_FLOAT32, "samples are bytes or 32-bit floating point");
    TORCH_CHECK(!shape_.empty(), "a sample has at least one dimension");
    elements_ = std::accumulate(shape_.begin(), shape_.end(), int64_t{1}, std::multiplies<>());
    const std::vector<double> zeros(channels(), 0.0);
    const std::vector<double> ones(channels(), 1.0);
    normalise(zeros.data(), ones.data());
}

void nas_samples::add_block(const char* path, int64_t offset, int64_t stride, int64_t count) {
    const int64_t sample_bytes = elements_ * (is_bytes_ ? 1 : static_cast<int64_t>(sizeof(float)));
    TORCH_CHECK(offset >= 0 && stride >= sample_bytes && count > 0, path, ": the block does not hold whole samples");
    nas::MappedFile file(path);
    const int64_t end = offset + stride * (count - 1) + sample_bytes;
    TORCH_CHECK(end <= file.size(), path, ": has ", file.size(), " bytes where ", end, " are needed");
    blocks_.push_back({std::move(file), count_, offset, stride});
    count_ += count;
}

void nas_samples::set_labels(const int32_t* labels, int64_t count) {
    TORCH_CHECK(count == count_, "there are ", count_, " samples and ", count, " labels");
    labels_.assign(labels, labels + count);
}

const uint8_t* nas_samples::sample(int32_t index) const {
    TORCH_CHECK(index >= 0 && index < count_, "sample ", index, " of ", count_, " does not exist");
    const auto above = std::upper_bound(
        blocks_.begin(), blocks_.end(), index, [](int64_t wanted, const Block& block) { return wanted < block.first; });
    const auto& block = *(above - 1);
    return block.file.data() + block.offset + block.stride * (index - block.first);
}

void nas_samples::measure(const int32_t* indices, int64_t count, double* means, double* deviations) const {
    TORCH_CHECK(count > 0, "there are no samples to measure");
    is_bytes_ ? measure_bytes(indices, count, means, deviations) : measure_floats(indices, count, means, deviations);
}

// Exact in integers, so the figures do not depend on the order of the samples.
void nas_samples::measure_bytes(const int32_t* indices, int64_t count, double* means, double* deviations) const {
    const int64_t plane = elements_ / channels();
    const double total = static_cast<double>(plane) * static_cast<double>(count);
    for (int64_t channel = 0; channel < channels(); ++channel) {
        uint64_t sum = 0;
        uint64_t squares = 0;
        for (int64_t index = 0; index < count; ++index) {
            const uint8_t* source = sample(indices[index]) + channel * plane;
            for (int64_t element = 0; element < plane; ++element) {
                const uint32_t value = source[element];
                sum += value;
                squares += value * value;
            }
        }
        const double mean = static_cast<double>(sum) / total;
        const double variance = static_cast<double>(squares) / total - mean * mean;
        means[channel] = mean * byte_scale;
        deviations[channel] = std::sqrt(std::max(variance, 0.0)) * byte_scale;
    }
}

void nas_samples::measure_floats(const int32_t* indices, int64_t count, double* means, double* deviations) const {
    const int64_t plane = elements_ / channels();
    const double total = static_cast<double>(plane) * static_cast<double>(count);
    for (int64_t channel = 0; channel < channels(); ++channel) {
        const auto sum_of = [&](auto value_of) {
            double sum = 0;
            for (int64_t index = 0; index < count; ++index) {
                const uint8_t* source = sample(indices[index]) + channel * plane * sizeof(float);
                for (int64_t element = 0; element < plane; ++element) {
                    sum += value_of(static_cast<double>(load_float(source + element * sizeof(float))));
                }
            }
            return sum;
        };
        const double mean = sum_of([](double value) { return value; }) / total;
        const double variance = sum_of([mean](double value) { return (value - mean) * (value - mean); }) / total;
        means[channel] = mean;
        deviations[channel] = std::sqrt(variance);
    }
}

void nas_samples::normalise(const double* means, const double* deviations) {
    means_.assign(means, means + channels());
    deviations_.assign(deviations, deviations + channels());
    byte_values_.resize(channels());
    for (int64_t channel = 0; channel < channels(); ++channel) {
        // A channel that never varies stays where it is.
        if (!(deviations_[channel] > 0)) {
            deviations_[channel] = 1;
        }
        for (int value = 0; value < 256; ++value) {
            byte_values_[channel][value] = (static_cast<float>(value) / 255.0f - means_[channel]) / deviations_[channel];
        }
    }
}

int32_t nas_samples_create(int32_t element, const int64_t* shape, int32_t dimensions, nas_samples** samples) {
    return nas::guarded([&] { *samples = new nas_samples(element, at::IntArrayRef(shape, dimensions)); });
}

int32_t nas_samples_add_block(nas_samples* samples, const char* path, int64_t offset, int64_t stride, int64_t count) {
    return nas::guarded([&] { samples->add_block(path, offset, stride, count); });
}

int32_t nas_samples_set_labels(nas_samples* samples, const int32_t* labels, int64_t count) {
    return nas::guarded([&] { samples->set_labels(labels, count); });
}

void nas_samples_destroy(nas_samples* samples) { delete samples; }

int32_t nas_samples_channels(nas_samples* samples, int32_t* channels) {
    return nas::guarded([&] { *channels = static_cast<int32_t>(samples->channels()); });
}

int32_t nas_samples_measure(
    nas_samples* samples, const int32_t* indices, int64_t count, double* means, double* deviations) {
    return nas::guarded([&] { samples->measure(indices, count, means, deviations); });
}

int32_t nas_samples_normalise(nas_samples* samples, const double* means, const double* deviations) {
    return nas::guarded([&] { samples->normalise(means, deviations); });
}
