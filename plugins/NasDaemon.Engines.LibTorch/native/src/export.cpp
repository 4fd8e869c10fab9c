#include "network.h"

int32_t nas_network_export(nas_network* network, const char* path) {
    return nas::guarded([&] {
        network->set_training(false);
        network->module().save(path);
    });
}
