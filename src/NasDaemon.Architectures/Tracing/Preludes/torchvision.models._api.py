"""How models of torchvision.models ask for weights. None are ever downloaded."""
from dataclasses import dataclass


@dataclass
class Weights:
    url: str
    transforms: object
    meta: dict


class WeightsEnum:
    DEFAULT = IMAGENET1K_V1 = IMAGENET1K_V2 = "weights"

    @classmethod
    def verify(cls, obj):
        return obj


def register_model(name=None):
    return lambda builder: builder


def refuse_weights(name, weights, pretrained):
    if weights is not None or pretrained:
        raise RuntimeError(f"{name}: pretrained weights are not downloaded. Use weights=None, which trains from scratch.")
