/*
 * The C interface between NasDaemon and libtorch.
 *
 * Every function that can fail returns 0, or 1 with its message in nas_last_error() of the same thread.
 * No C++ exception leaves this library. Texts are UTF-8 and end with a zero byte. Tensors cross as
 * row-major, little-endian bytes. The caller owns every handle and gives it back to its own destroy function.
 */
#ifndef NASDAEMON_TORCH_H
#define NASDAEMON_TORCH_H

#include <stdint.h>

#define NAS_ABI_VERSION 1
#define NAS_API __attribute__((visibility("default")))

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Types ---------------------------------------------------------------------------------- */

typedef struct nas_network nas_network; /* a module with its weights */
typedef struct nas_samples nas_samples; /* one split of a data set, mapped into memory */
typedef struct nas_trainer nas_trainer; /* an optimizer over a network */

/* Numbered as NasDaemon.Abstractions.Graphs.ElementType. */
enum nas_element { NAS_FLOAT32 = 0, NAS_INT64 = 1, NAS_BOOL = 2, NAS_UINT8 = 3, NAS_FLOAT64 = 4, NAS_FLOAT16 = 5, NAS_BFLOAT16 = 6,
                   NAS_INT32 = 7, NAS_INT16 = 8, NAS_INT8 = 9, NAS_COMPLEX64 = 10, NAS_COMPLEX128 = 11 };

enum nas_state_flags { NAS_PARAMETER = 1, NAS_TRAINABLE = 2, NAS_PERSISTENT = 4 };

enum nas_initialisation_kind {
    NAS_CONSTANT = 0,         /* a: value */
    NAS_UNIFORM = 1,          /* a: low, b: high */
    NAS_NORMAL = 2,           /* a: mean, b: deviation */
    NAS_TRUNCATED_NORMAL = 3, /* a: mean, b: deviation, c: low, d: high */
    NAS_ORTHOGONAL = 4,       /* a: gain */
    NAS_LITERAL = 5,          /* values, one an element */
    NAS_COMPUTED = 6          /* source: a TorchScript method forward(self) that returns the tensor */
};

typedef struct nas_initialisation {
    int32_t kind;
    int32_t reserved;
    double a, b, c, d;
    const double* values;
    int64_t value_count;
    const char* source;
} nas_initialisation;

typedef struct nas_state_entry {
    const int64_t* shape;
    int32_t dimensions;
    int32_t element;
    int32_t flags;
    int32_t reserved;
    nas_initialisation initialisation;
} nas_state_entry;

typedef struct nas_augmentation {
    int32_t crop_padding;
    int32_t horizontal_flip;
    uint64_t seed;
} nas_augmentation;

enum nas_optimizer { NAS_SGD = 0, NAS_ADAM = 1, NAS_ADAMW = 2 };
enum nas_loss { NAS_CROSS_ENTROPY = 0, NAS_BINARY_CROSS_ENTROPY = 1 };

typedef struct nas_recipe {
    int32_t optimizer;
    int32_t loss;
    int32_t nesterov;
    int32_t composed_update; /* 1: the optimizer as tensor operations even where the fused loops could run */
    double weight_decay;
    double momentum;
    double beta1;
    double beta2;
    double epsilon;
    double label_smoothing;
    double clip_norm; /* 0 does not clip */
    uint64_t seed;
} nas_recipe;

/* A batch: which samples, and where it lies in the course of the training. */
typedef struct nas_batch {
    const int32_t* indices;
    int64_t count;
    int64_t epoch;          /* from 0 */
    int64_t first_position; /* of its first sample in the epoch's order */
} nas_batch;

/* ---- Library (guard.cpp, info.cpp) ------------------------------------------------------------ */

NAS_API int32_t nas_abi_version(void);
NAS_API const char* nas_last_error(void);

/* Handles that were created and not yet destroyed. */
NAS_API int64_t nas_live_handles(void);

NAS_API const char* nas_torch_version(void);

/* The vector instructions that libtorch's own kernels use here, e.g. "AVX2". */
NAS_API const char* nas_processor_capability(void);
NAS_API int32_t nas_has_onednn(void);
NAS_API int32_t nas_cuda_device_count(void);

/* Major × 10 + minor, 0 where it cannot be asked. */
NAS_API int32_t nas_cuda_compute_capability(void);

/* ---- Network (network.cpp, export.cpp) -------------------------------------------------------- */

/* An empty network. device: "cpu" or "cuda". channels_last: 4-D weights lie so. seed: of initialisation. */
NAS_API int32_t nas_network_create(const char* device, int32_t channels_last, uint64_t seed, nas_network** network);
NAS_API void nas_network_destroy(nas_network* network);

/* Names a sub-module by its dotted path, parents first; the empty path names the root. */
NAS_API int32_t nas_network_add_module(nas_network* network, const char* path, const char* type_name);

/* Registers a parameter or buffer and draws its first values. shared_with: the earlier entry that this is another name of, or null. */
NAS_API int32_t nas_network_add_state(
    nas_network* network, const char* name, const char* shared_with, const nas_state_entry* entry);

/* Compiles the forward method, in TorchScript source, once every module and entry is there. */
NAS_API int32_t nas_network_define(nas_network* network, const char* source);

/* What forward takes behind the samples, in order, until cleared. */
NAS_API int32_t nas_network_clear_inputs(nas_network* network);
NAS_API int32_t nas_network_add_input(
    nas_network* network, int32_t element, const int64_t* shape, int32_t dimensions, const void* data, int64_t bytes);

NAS_API int32_t nas_network_get_state(nas_network* network, const char* name, void* data, int64_t bytes);
NAS_API int32_t nas_network_set_state(nas_network* network, const char* name, const void* data, int64_t bytes);

/* Copies every value of source into the entry of the same name. */
NAS_API int32_t nas_network_copy_state(nas_network* network, nas_network* source);

/* Writes the network in eval mode as TorchScript. */
NAS_API int32_t nas_network_export(nas_network* network, const char* path);

/* ---- Samples (samples.cpp, gather.cpp) -------------------------------------------------------- */

/* element: NAS_UINT8 or NAS_FLOAT32. shape: of one sample. */
NAS_API int32_t nas_samples_create(int32_t element, const int64_t* shape, int32_t dimensions, nas_samples** samples);
NAS_API void nas_samples_destroy(nas_samples* samples);

/* Maps the next samples: count of them in a file, the first at offset, stride bytes from each to the next. */
NAS_API int32_t nas_samples_add_block(nas_samples* samples, const char* path, int64_t offset, int64_t stride, int64_t count);

/* One label a sample, already numbered as the task numbers its classes. */
NAS_API int32_t nas_samples_set_labels(nas_samples* samples, const int32_t* labels, int64_t count);

/* Channels of a sample: the first of two or more sizes, else 1. */
NAS_API int32_t nas_samples_channels(nas_samples* samples, int32_t* channels);

/* Mean and deviation of each channel over these samples, on the scale that forward sees (bytes by 1/255). */
NAS_API int32_t nas_samples_measure(
    nas_samples* samples, const int32_t* indices, int64_t count, double* means, double* deviations);

/* Has every sample read as (value - mean) / deviation from now on. */
NAS_API int32_t nas_samples_normalise(nas_samples* samples, const double* means, const double* deviations);

/* Reads a batch as forward would see it, row-major; for tests. augmentation may be null. */
NAS_API int32_t nas_samples_read(
    nas_samples* samples, const nas_batch* batch, const nas_augmentation* augmentation, float* data, int64_t elements);

/* ---- Trainer (trainer.cpp, checkpoint.cpp) ---------------------------------------------------- */

NAS_API int32_t nas_trainer_create(nas_network* network, const nas_recipe* recipe, nas_trainer** trainer);
NAS_API void nas_trainer_destroy(nas_trainer* trainer);

/* One optimizer step. The loss joins the sum that nas_trainer_take_loss gives. */
NAS_API int32_t nas_trainer_step(
    nas_trainer* trainer, nas_samples* samples, const nas_batch* batch, const nas_augmentation* augmentation,
    double learning_rate);

/* The sum of every sample's loss since the last call. */
NAS_API int32_t nas_trainer_take_loss(nas_trainer* trainer, double* sum);

/* Loss without smoothing, and hits, summed over a batch; changes nothing. */
NAS_API int32_t nas_trainer_evaluate(
    nas_trainer* trainer, nas_samples* samples, const nas_batch* batch, int64_t* correct, double* loss);

/* Weights, optimizer state and the caller's own numbers in one file that Python's torch.load reads too. */
NAS_API int32_t nas_trainer_save(nas_trainer* trainer, const char* path, const int64_t* position, int32_t position_count);
NAS_API int32_t nas_trainer_restore(nas_trainer* trainer, const char* path, int64_t* position, int32_t position_count);

#ifdef __cplusplus
}
#endif

#endif
