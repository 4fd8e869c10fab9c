// From mapped samples to the batch that forward takes, in one pass: crop, mirror, scale, normalise, lay channels last.
#include "random.h"
#include "samples.h"

#include <cstring>

namespace nas {

Placement place_sample(const nas_augmentation* augmentation, int64_t epoch, int64_t position) {
    if (augmentation == nullptr) {
        return {};
    }
    const uint64_t drawn = mix(augmentation->seed, static_cast<uint64_t>(epoch), static_cast<uint64_t>(position));
    const uint64_t offsets = 2 * static_cast<uint64_t>(augmentation->crop_padding) + 1;
    Placement placement;
    placement.top = static_cast<int64_t>((drawn & 0xFFFF) * offsets >> 16) - augmentation->crop_padding;
    placement.left = static_cast<int64_t>((drawn >> 16 & 0xFFFF) * offsets >> 16) - augmentation->crop_padding;
    placement.mirrored = augmentation->horizontal_flip != 0 && (drawn >> 63) != 0;
    return placement;
}

}  // namespace nas

template <typename Read>
void nas_samples::gather_image(const uint8_t* source, const nas::Placement& placement, Read read, float* target) const {
    const int64_t channel_count = shape_[0];
    const int64_t height = shape_[1];
    const int64_t width = shape_[2];
    const int64_t plane = height * width;
    const int64_t step = placement.mirrored ? -channel_count : channel_count;
    for (int64_t channel = 0; channel < channel_count; ++channel) {
        // The border is black before normalisation, as torchvision's RandomCrop has it.
        const float border = (0.0f - means_[channel]) / deviations_[channel];
        for (int64_t row = 0; row < height; ++row) {
            const int64_t from_row = row + placement.top;
            const bool outside = from_row < 0 || from_row >= height;
            const int64_t line = channel * plane + from_row * width;
            float* cell = target + row * width * channel_count + channel
                + (placement.mirrored ? (width - 1) * channel_count : 0);
            for (int64_t column = 0; column < width; ++column, cell += step) {
                const int64_t from_column = column + placement.left;
                *cell = outside || from_column < 0 || from_column >= width
                    ? border
                    : read(source, line + from_column, channel);
            }
        }
    }
}

template <typename Read>
void nas_samples::gather_all(
    const nas_batch& batch, const nas_augmentation* augmentation, Read read, float* target) const {
    const int64_t plane = elements_ / channels();
    for (int64_t item = 0; item < batch.count; ++item, target += elements_) {
        const uint8_t* source = sample(batch.indices[item]);
        if (is_image()) {
            gather_image(source, nas::place_sample(augmentation, batch.epoch, batch.first_position + item), read, target);
            continue;
        }
        for (int64_t element = 0; element < elements_; ++element) {
            target[element] = read(source, element, element / plane);
        }
    }
}

at::Tensor nas_samples::gather(const nas_batch& batch, const nas_augmentation* augmentation) const {
    std::vector<int64_t> sizes{batch.count};
    sizes.insert(sizes.end(), shape_.begin(), shape_.end());
    const auto format = is_image() ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
    auto result = at::empty(sizes, at::TensorOptions(at::kFloat), format);
    auto* target = result.data_ptr<float>();
    if (is_bytes_) {
        const auto read = [this](const uint8_t* source, int64_t element, int64_t channel) {
            return byte_values_[channel][source[element]];
        };
        gather_all(batch, augmentation, read, target);
    } else {
        const auto read = [this](const uint8_t* source, int64_t element, int64_t channel) {
            float value;
            std::memcpy(&value, source + element * sizeof value, sizeof value);
            return (value - means_[channel]) / deviations_[channel];
        };
        gather_all(batch, augmentation, read, target);
    }
    return result;
}

at::Tensor nas_samples::gather_labels(const nas_batch& batch) const {
    auto result = at::empty({batch.count}, at::kLong);
    auto* target = result.data_ptr<int64_t>();
    for (int64_t item = 0; item < batch.count; ++item) {
        const auto index = batch.indices[item];
        TORCH_CHECK(index >= 0 && index < static_cast<int64_t>(labels_.size()), "the label of sample ", index, " of ", count_, " does not exist");
        target[item] = labels_[index];
    }
    return result;
}

int32_t nas_samples_read(
    nas_samples* samples, const nas_batch* batch, const nas_augmentation* augmentation, float* data, int64_t elements) {
    return nas::guarded([&] {
        TORCH_CHECK(elements == batch->count * samples->sample_elements(), "the buffer has the wrong size");
        const auto plain = samples->gather(*batch, augmentation).contiguous();
        std::memcpy(data, plain.data_ptr<float>(), static_cast<size_t>(elements) * sizeof(float));
    });
}
