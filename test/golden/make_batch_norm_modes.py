"""Writes batch-norm-modes.json: batch normalization with other statistics, written with PyTorch's operations.

    python test/golden/make_batch_norm_modes.py
"""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import torch

from make_compositions import affine, beside, but_channels, case, normal, write


def batch_norm_bessel(x, g, b, eps):
    mean = x.mean(but_channels(x), keepdim=True)
    variance = x.var(but_channels(x), keepdim=True, unbiased=True)
    return beside(g, x) * (x - mean) / (variance + eps).sqrt() + beside(b, x)


def ghost_batch_norm(x, g, b, size, eps):
    parts = [torch.nn.functional.batch_norm(part, None, None, g, b, training=True, eps=eps) for part in x.split(size)]
    return torch.cat(parts)


def batch_renorm(x, g, b, rm, rv, r_max, d_max, eps):
    mean = x.mean(but_channels(x), keepdim=True)
    deviation = (x.var(but_channels(x), keepdim=True, unbiased=False) + eps).sqrt()
    running = (beside(rv, x) + eps).sqrt()
    r = (deviation / running).clamp(1 / r_max, r_max).detach()
    d = ((mean - beside(rm, x)) / running).clamp(-d_max, d_max).detach()
    return beside(g, x) * (r * (x - mean) / deviation + d) + beside(b, x)


def masked_batch_norm(x, g, b, m, eps):
    n = m.sum() if x.dim() == 3 else None
    kept = x * m
    mean = kept.sum((0, 2), keepdim=True) / n
    centred = (x - mean) * m
    variance = centred.square().sum((0, 2), keepdim=True) / n
    return (beside(g, x) * centred / (variance + eps).sqrt() + beside(b, x)) * m


def masked_layer_norm(x, g, b, m, eps):
    n = m.sum(-1, keepdim=True).clamp_min(1)
    mean = (x * m).sum(-1, keepdim=True) / n
    centred = (x - mean) * m
    variance = centred.square().sum(-1, keepdim=True) / n
    return (g * centred / (variance + eps).sqrt() + b) * m


def cases():
    for name, shape in (("", [5, 3]), ("-plane", [2, 4, 2, 3])):
        C = shape[1]
        x = 1.5 * normal(*shape) + 0.5
        yield f"bessel{name}", batch_norm_bessel, {"eps": 1e-3}, {"x": x, **affine(C)}, {}
    yield "ghost", ghost_batch_norm, {"size": 3, "eps": 1e-5}, {"x": normal(6, 4), **affine(4)}, {}
    yield "ghost-plane", ghost_batch_norm, {"size": 1, "eps": 1e-5}, {"x": normal(2, 3, 2, 2), **affine(3)}, {}
    for name, limits in (("", (1.5, 0.5)), ("-wide", (100.0, 100.0)), ("-none", (1.0, 0.0))):
        running = {"rm": normal(3), "rv": 0.25 + normal(3).abs()}
        attrs = {"r_max": limits[0], "d_max": limits[1], "eps": 1e-5}
        yield f"renorm{name}", batch_renorm, attrs, {"x": 2 * normal(4, 3, 2) + 1, **affine(3)}, running
    lengths = torch.tensor([4, 1, 3])
    mask = (torch.arange(4) < lengths[:, None]).double()
    yield "masked-bn", masked_batch_norm, {"eps": 1e-5}, {"x": normal(3, 2, 4), **affine(2)}, {"m": mask[:, None, :]}
    rows = (torch.arange(4) < torch.tensor([4, 1, 0, 3])[:, None]).double()
    yield "masked-ln", masked_layer_norm, {"eps": 1e-5}, {"x": normal(4, 4), **affine(4)}, {"m": rows}


if __name__ == "__main__":
    found = [case(name, f.__name__, f, attrs, inputs, constants) for name, f, attrs, inputs, constants in cases()]
    write("batch-norm-modes.json", found)
