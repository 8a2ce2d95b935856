"""Writes norms-by-sample.json: more normalizations, each of which looks at one sample at a time.

    python test/golden/make_norms_by_sample.py

gamma, beta, alpha, s and the cotangent are random everywhere. partial_rms_norm, crms_norm, scale_norm, dyt and derf are
written with PyTorch's operations, as it has no such layers.
"""

import math

import torch
from torch.nn import functional

from make_norms import affine, case, normal, random, write

random.manual_seed(13)


def instance_norm(x, eps, g=None, b=None):
    return functional.instance_norm(x, weight=g, bias=b, eps=eps)


def partial_rms_norm(x, eps, p, g=None):
    first = x[..., : math.ceil(p * x.shape[-1])]
    xhat = x * (first.square().mean(-1, keepdim=True) + eps).rsqrt()
    return xhat if g is None else g * xhat


def crms_norm(x, eps, g=None):
    """The full row is put together again, and PyTorch's own layer normalizes it."""
    full = torch.cat([x, -x.sum(-1, keepdim=True)], -1)
    xhat = functional.rms_norm(full, full.shape[-1:], None, eps)[..., :-1]
    return xhat if g is None else g * xhat


def l2_normalize(x, eps):
    return functional.normalize(x, dim=-1, eps=eps)


def scale_norm(x, eps, g=None):
    u = x / torch.linalg.vector_norm(x, dim=-1, keepdim=True).clamp(min=eps)
    return u if g is None else g * u


def dyt(x, a, g=None, b=None):
    t = torch.tanh(a * x)
    return t if g is None else g * t + b


def derf(x, a, s, g=None, b=None):
    e = torch.erf(a * x + s)
    return e if g is None else g * e + b


def instance(name, x, eps=1e-5, with_affine=True, **rest):
    inputs = {"x": x} | (affine(x.shape[1]) if with_affine else {})
    return case(f"instance-{name}", "instance_norm", instance_norm, {"eps": eps}, inputs, **rest)


def partial(name, x, p, eps=1e-5, with_gamma=True):
    inputs = {"x": x} | ({"g": 1.5 * normal(x.shape[-1])} if with_gamma else {})
    return case(f"partial-rms-{name}", "partial_rms_norm", partial_rms_norm, {"eps": eps, "p": p}, inputs)


def compressed(name, x, eps=1e-5, with_gamma=True):
    inputs = {"x": x} | ({"g": 1.5 * normal(x.shape[-1])} if with_gamma else {})
    return case(f"crms-{name}", "crms_norm", crms_norm, {"eps": eps}, inputs)


def scale(name, x, eps=1e-5, with_gamma=True):
    inputs = {"x": x} | ({"g": 1.5 * normal(1)} if with_gamma else {})
    return case(f"scale-{name}", "scale_norm", scale_norm, {"eps": eps}, inputs)


def l2(name, x, eps=1e-12):
    return case(f"l2-{name}", "l2_normalize", l2_normalize, {"eps": eps}, {"x": x})


def curve(name, op, f, x, parameters, with_affine=True):
    inputs = {"x": x, **parameters} | (affine(x.shape[-1]) if with_affine else {})
    return case(f"{op}-{name}", op, f, {}, inputs)


def dynamic_tanh(name, x, **rest):
    return curve(name, "dyt", dyt, x, {"a": 0.5 + 0.5 * normal(1)}, **rest)


def dynamic_erf(name, x, **rest):
    return curve(name, "derf", derf, x, {"a": 0.5 + 0.5 * normal(1), "s": normal(1)}, **rest)


constant_channel = normal(2, 3, 4)
constant_channel[0, 1] = 2.75
one_short_row = normal(4, 5)
one_short_row[1] *= 0.01
one_short_row[2] = 0
zeros_first = normal(3, 4)
zeros_first[1, :2] = 0
cases = [
    instance("usual", 1.5 * normal(2, 3, 4) + 0.5),
    instance("images", normal(2, 2, 3, 2), eps=1e-3),
    instance("volumes", normal(1, 2, 2, 2, 2), eps=0.0),
    instance("two-positions", normal(3, 2, 2), eps=0.1),
    instance("constant-channel", constant_channel),
    # Numbers near 3e7 stand 4e-9 apart in float64: that much of each x - mean is lost before anything is computed.
    instance("offset-3e7", normal(2, 2, 6, digits=3) + 3e7, tol=2e-8),
    instance("no-affine", normal(2, 3, 4), with_affine=False),
    partial("half", 1.5 * normal(3, 6) + 0.5, 0.5),
    partial("sixteenth", normal(2, 32), 0.0625),
    partial("rounded-up", normal(2, 3, 5), 0.3, eps=0.1),
    partial("one-number", normal(3, 4), 0.01, eps=0.0),
    partial("whole", normal(3, 4), 1.0),
    partial("zeros-first", zeros_first, 0.5, eps=0.1),
    partial("no-gamma", normal(3, 6), 0.5, with_gamma=False),
    scale("usual", 1.5 * normal(3, 5) + 0.5),
    scale("three-axes", normal(2, 3, 4)),
    scale("short-rows", one_short_row, eps=0.3),
    scale("all-short", normal(2, 3), eps=25.0),
    scale("eps-0", normal(3, 6), eps=0.0),
    scale("one-number", normal(4, 1)),
    scale("large", 3e7 * normal(2, 4)),
    scale("no-gamma", normal(3, 5), with_gamma=False),
    l2("usual", 1.5 * normal(3, 5) + 0.5),
    l2("three-axes", normal(2, 3, 4)),
    l2("short-rows", one_short_row, eps=0.3),
    l2("zero-row", zeros_first * torch.tensor([[1.0], [0.0], [1.0]])),
    l2("eps-0", normal(3, 6), eps=0.0),
    l2("at-the-kink", torch.tensor([[3.0, 4.0], [-4.0, 3.0], [0.0, 1.0]]), eps=5.0),
    dynamic_tanh("usual", 2.5 * normal(3, 5)),
    dynamic_tanh("three-axes", normal(2, 3, 4)),
    dynamic_tanh("far-out", 30 * normal(3, 4)),
    dynamic_tanh("one-number", normal(4, 1)),
    dynamic_tanh("no-affine", normal(3, 5), with_affine=False),
    dynamic_erf("usual", 2.5 * normal(3, 5)),
    dynamic_erf("three-axes", normal(2, 3, 4)),
    dynamic_erf("far-out", 30 * normal(3, 4)),
    dynamic_erf("one-number", normal(4, 1)),
    dynamic_erf("no-affine", normal(3, 5), with_affine=False),
    compressed("usual", 1.5 * normal(3, 5) + 0.5),
    compressed("three-axes", normal(2, 3, 4)),
    compressed("eps-0", normal(2, 6), eps=0.0),
    compressed("eps-0.1", 0.3 * normal(3, 4), eps=0.1),
    compressed("zero-row", normal(3, 4) * torch.tensor([[1.0], [0.0], [1.0]])),
    compressed("one-number", normal(4, 1)),
    compressed("large", 3e7 * normal(2, 4)),
    compressed("no-gamma", normal(3, 5), with_gamma=False),
]
write("norms-by-sample.json", cases)
