#include "trainer.h"

#include "random.h"

#include <mutex>

namespace {

// Dropout draws from libtorch's one generator, which each step seeds anew: steps take turns.
std::mutex& turn() {
    static std::mutex mutex;
    return mutex;
}

}  // namespace

nas_trainer::nas_trainer(nas_network& network, const nas_recipe& recipe)
    : network_(network), recipe_(recipe), optimizer_(recipe, network) {
    if (!network.device().is_cpu()) {
        device_loss_sum_ = at::zeros({}, at::TensorOptions(at::kDouble).device(network.device()));
    }
}

void nas_trainer::step(
    const nas_samples& samples, const nas_batch& batch, const nas_augmentation* augmentation, double learning_rate) {
    const auto inputs = samples.gather(batch, augmentation).to(network_.device());
    const auto labels = samples.gather_labels(batch).to(network_.device());
    const std::lock_guard<std::mutex> lock(turn());
    torch::manual_seed(nas::mix(recipe_.seed, static_cast<uint64_t>(batch.epoch), static_cast<uint64_t>(batch.first_position)));
    network_.set_training(true);
    const auto loss = loss_of(network_.forward(inputs), labels, recipe_.label_smoothing);
    loss.backward();
    optimizer_.step(learning_rate);
    if (device_loss_sum_.defined()) {
        device_loss_sum_.add_(loss.detach(), static_cast<double>(batch.count));
    } else {
        loss_sum_ += loss.item<double>() * static_cast<double>(batch.count);
    }
}

double nas_trainer::take_loss() {
    double sum = std::exchange(loss_sum_, 0.0);
    if (device_loss_sum_.defined()) {
        sum = device_loss_sum_.item<double>();
        device_loss_sum_.zero_();
    }
    return sum;
}

void nas_trainer::evaluate(const nas_samples& samples, const nas_batch& batch, int64_t& correct, double& loss) {
    const c10::InferenceMode inference;
    const auto inputs = samples.gather(batch, nullptr).to(network_.device());
    const auto labels = samples.gather_labels(batch).to(network_.device());
    const std::lock_guard<std::mutex> lock(turn());
    network_.set_training(false);
    const auto output = network_.forward(inputs);
    correct = hits_of(output, labels).sum().item<int64_t>();
    loss = loss_of(output, labels, 0.0).item<double>() * static_cast<double>(batch.count);
}

at::Tensor nas_trainer::loss_of(const at::Tensor& output, const at::Tensor& labels, double label_smoothing) const {
    const auto logits = output.to(at::kFloat);
    if (recipe_.loss == NAS_CROSS_ENTROPY) {
        return at::cross_entropy_loss(logits, labels, {}, at::Reduction::Mean, -100, label_smoothing);
    }
    auto targets = labels.to(at::kFloat);
    if (label_smoothing > 0) {
        targets = targets.mul(1 - label_smoothing).add(label_smoothing / 2);
    }
    return at::binary_cross_entropy_with_logits(logits.reshape({-1}), targets, {}, {}, at::Reduction::Mean);
}

at::Tensor nas_trainer::hits_of(const at::Tensor& output, const at::Tensor& labels) const {
    return recipe_.loss == NAS_CROSS_ENTROPY ? output.argmax(1).eq(labels) : output.reshape({-1}).gt(0).eq(labels);
}

int32_t nas_trainer_create(nas_network* network, const nas_recipe* recipe, nas_trainer** trainer) {
    return nas::guarded([&] { *trainer = new nas_trainer(*network, *recipe); });
}

void nas_trainer_destroy(nas_trainer* trainer) { delete trainer; }

int32_t nas_trainer_step(
    nas_trainer* trainer, nas_samples* samples, const nas_batch* batch, const nas_augmentation* augmentation,
    double learning_rate) {
    return nas::guarded([&] { trainer->step(*samples, *batch, augmentation, learning_rate); });
}

int32_t nas_trainer_take_loss(nas_trainer* trainer, double* sum) {
    return nas::guarded([&] { *sum = trainer->take_loss(); });
}

int32_t nas_trainer_evaluate(
    nas_trainer* trainer, nas_samples* samples, const nas_batch* batch, int64_t* correct, double* loss) {
    return nas::guarded([&] { trainer->evaluate(*samples, *batch, *correct, *loss); });
}
