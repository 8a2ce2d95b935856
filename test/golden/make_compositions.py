"""Writes compositions.json: short normalizations, written with PyTorch's operations and differentiated by its autograd.

    python test/golden/make_compositions.py

Parameters and the cotangent are random everywhere. PyTorch has a layer of its own for local_response_norm only.
"""

import json
import math
import pathlib

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
random = torch.Generator().manual_seed(23)


def normal(*shape, digits=6):
    return torch.round(torch.randn(*shape, generator=random), decimals=digits)


def packed(t):
    return [list(t.shape), t.detach().reshape(-1).tolist()]


def case(name, op, f, attrs, inputs, constants=None, tol=1e-11):
    constants = constants or {}
    leaves = {key: t.clone().requires_grad_() for key, t in inputs.items()}
    y = f(**leaves, **constants, **attrs)
    gy = normal(*y.shape)
    y.backward(gy)
    return {
        "id": name,
        "op": op,
        "attrs": attrs,
        "in": {key: packed(t) for key, t in {**inputs, **constants}.items()},
        "out": {"y": packed(y)},
        "gy": {"y": packed(gy)},
        "grad": {key: packed(t.grad) for key, t in leaves.items()},
        "tol": tol,
    }


def moments(x, over):
    mean = x.mean(over, keepdim=True)
    return mean, (x - mean).square().mean(over, keepdim=True)


def standardized(x, over, eps):
    mean, variance = moments(x, over)
    return (x - mean) / (variance + eps).sqrt()


def beside(v, x):
    return v.reshape(1, -1, *[1] * (x.dim() - 2))


def but_channels(x):
    return [axis for axis in range(x.dim()) if axis != 1]


def positions(x):
    return list(range(2, x.dim()))


def pixel_norm(x, eps):
    return x / (x.square().mean(1, keepdim=True) + eps).sqrt()


def positional_norm(x, eps):
    return standardized(x, [1], eps)


def filter_response_norm(x, g, b, t, eps):
    y = beside(g, x) * x / (x.square().mean(positions(x), keepdim=True) + eps).sqrt() + beside(b, x)
    return torch.maximum(y, beside(t, x))


def l1_batch_norm(x, g, b, eps):
    c = x - x.mean(but_channels(x), keepdim=True)
    s = math.sqrt(math.pi / 2) * c.abs().mean(but_channels(x), keepdim=True)
    return beside(g, x) * c / s.clamp_min(eps) + beside(b, x)


def linf_batch_norm(x, g, b, eps):
    c = x - x.mean(but_channels(x), keepdim=True)
    return beside(g, x) * c / c.abs().amax(but_channels(x), keepdim=True).clamp_min(eps) + beside(b, x)


def local_response_norm(x, size, alpha, beta, k):
    return functional.local_response_norm(x, size, alpha, beta, k)


def divisive_norm(x, size, sigma):
    kernel = torch.ones(1, 1, size)

    def around(v):
        rows = v.reshape(-1, 1, v.shape[-1])
        sums = functional.conv1d(rows, kernel, padding=size // 2)
        counts = functional.conv1d(torch.ones_like(rows), kernel, padding=size // 2)
        return (sums / counts).reshape(v.shape)

    c = x - around(x)
    return c / (around(c.square()) + sigma**2).sqrt()


def p_norm(x, g, p, eps):
    return g * x / (x.abs().pow(p).mean(-1, keepdim=True) + eps).pow(1 / p)


def mean_only_norm(x, b):
    return x - x.mean(-1, keepdim=True) + b


def variance_only_norm(x, g, eps):
    return g * x / (moments(x, -1)[1] + eps).sqrt()


def layer_norm_scaling(x, g, b, layer, eps):
    return functional.layer_norm(x, x.shape[-1:], g, b, eps) / math.sqrt(layer)


def layer_scale(x, l):
    return l * x


def soft_cap(x, cap):
    return cap * torch.tanh(x / cap)


def ada_in(x, s, eps):
    mean, variance = moments(s, positions(s))
    return (variance + eps).sqrt() * standardized(x, positions(x), eps) + mean


def film(x, g, b):
    shape = [*g.shape, *[1] * (x.dim() - 2)]
    return g.reshape(shape) * x + b.reshape(shape)


def ada_layer_norm(x, s, b, eps):
    shape = [s.shape[0], *[1] * (x.dim() - 2), s.shape[1]]
    return functional.layer_norm(x, x.shape[-1:], None, None, eps) * (1 + s.reshape(shape)) + b.reshape(shape)


def batch_channel_norm(x, g1, b1, g2, b2, groups, eps):
    u = functional.batch_norm(x, None, None, g1, b1, training=True, eps=eps)
    return functional.group_norm(u, groups, g2, b2, eps)


def switchable_norm(x, g, b, lm, lv, eps):
    found = [moments(x, over) for over in (positions(x), list(range(1, x.dim())), but_channels(x))]
    w, v = torch.softmax(lm, 0), torch.softmax(lv, 0)
    mean = sum(w[k] * found[k][0] for k in range(3))
    variance = sum(v[k] * found[k][1] for k in range(3))
    return beside(g, x) * (x - mean) / (variance + eps).sqrt() + beside(b, x)


def affine(C):
    return {"g": 1 + normal(C), "b": normal(C)}


def cases():
    image = lambda *shape: 1.5 * normal(*shape) + 0.5
    for name, shape in (("", [2, 5, 3]), ("-flat", [3, 4]), ("-plane", [1, 3, 2, 2])):
        for f in (pixel_norm, positional_norm):
            yield f"{f.__name__}{name}", f, {"eps": 1e-5}, {"x": image(*shape)}
    for name, shape in (("", [2, 3, 5]), ("-plane", [2, 3, 2, 3])):
        C = shape[1]
        yield f"frn{name}", filter_response_norm, {"eps": 1e-6}, {"x": image(*shape), **affine(C), "t": normal(C)}
        yield f"ada_in{name}", ada_in, {"eps": 1e-5}, {"x": image(*shape), "s": image(2, 3, *[n + 2 for n in shape[2:]])}
        logits = {"lm": normal(3), "lv": normal(3)}
        yield f"switchable{name}", switchable_norm, {"eps": 1e-5}, {"x": image(*shape), **affine(C), **logits}
    for name, shape in (("", [6, 3]), ("-plane", [2, 4, 2, 3])):
        C = shape[1]
        for f in (l1_batch_norm, linf_batch_norm):
            yield f"{f.__name__}{name}", f, {"eps": 1e-5}, {"x": image(*shape), **affine(C)}
        yield f"film{name}", film, {}, {"x": image(*shape), "g": normal(*shape[:2]), "b": normal(*shape[:2])}
        both = {"g1": 1 + normal(C), "b1": normal(C), "g2": 1 + normal(C), "b2": normal(C)}
        yield f"batch_channel{name}", batch_channel_norm, {"groups": 1 if C == 3 else 2, "eps": 1e-5}, {"x": image(*shape), **both}
    for size in (1, 2, 3, 5):
        attrs = {"size": size, "alpha": 0.7, "beta": 0.6, "k": 1.5}
        yield f"lrn-{size}", local_response_norm, attrs, {"x": image(2, 4, 3)}
    for size in (1, 3, 5):
        yield f"divisive-{size}", divisive_norm, {"size": size, "sigma": 0.8}, {"x": image(2, 7)}
    for p in (1, 2, 3.5):
        yield f"p-{p}", p_norm, {"p": p, "eps": 1e-5}, {"x": image(3, 5), "g": 1 + normal(5)}
    yield "mean-only", mean_only_norm, {}, {"x": image(3, 5), "b": normal(5)}
    yield "variance-only", variance_only_norm, {"eps": 1e-5}, {"x": image(2, 2, 5), "g": 1 + normal(5)}
    yield "ln-scaling", layer_norm_scaling, {"layer": 7, "eps": 1e-5}, {"x": image(2, 2, 5), **affine(5)}
    yield "layer-scale", layer_scale, {}, {"x": image(2, 5), "l": normal(5)}
    yield "soft-cap", soft_cap, {"cap": 3.0}, {"x": 4 * image(2, 5)}
    for name, shape in (("", [2, 3, 4]), ("-rows", [3, 5])):
        both = {"s": normal(shape[0], shape[-1]), "b": normal(shape[0], shape[-1])}
        yield f"ada-ln{name}", ada_layer_norm, {"eps": 1e-5}, {"x": image(*shape), **both}


def write(file, found):
    head = json.dumps({"torch": torch.__version__, "dtype": "float64"})[1:-1]
    body = ",\n".join(json.dumps(one, separators=(",", ":")) for one in found)
    pathlib.Path(__file__).with_name(file).write_text(f'{{{head}, "cases": [\n{body}\n]}}\n')
    print(len(found), "cases in", file)


if __name__ == "__main__":
    write("compositions.json", [case(name, f.__name__, f, attrs, inputs) for name, f, attrs, inputs in cases()])
