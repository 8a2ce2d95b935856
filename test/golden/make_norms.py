"""Writes norms.json: what PyTorch on a CPU says about the other normalizations, in float64. The file names its version.

    python test/golden/make_norms.py

gamma, beta, the running statistics and the cotangent are random everywhere. Where PyTorch has no such layer
(detach_norm, ada_norm), its formula is written with PyTorch's operations and differentiated by autograd.
"""

import json
import pathlib

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
random = torch.Generator().manual_seed(11)


def normal(*shape, digits=6):
    return torch.round(torch.randn(*shape, generator=random), decimals=digits)


def positive(*shape):
    return 0.25 + normal(*shape).abs()


def packed(t):
    return [list(t.shape), t.detach().reshape(-1).tolist()]


def case(name, op, f, attrs, inputs, constants=None, tol=1e-11):
    """f takes the inputs by name and gives y, or y and a dictionary of outputs that are not differentiated."""
    constants = constants or {}
    leaves = {key: t.clone().requires_grad_() for key, t in inputs.items()}
    found = f(**leaves, **{key: t.clone() for key, t in constants.items()}, **attrs)
    y, others = found if isinstance(found, tuple) else (found, {})
    gy = normal(*y.shape)
    y.backward(gy)
    return {
        "id": name,
        "op": op,
        "attrs": attrs,
        "in": {key: packed(t) for key, t in {**inputs, **constants}.items()},
        "out": {key: packed(t) for key, t in {"y": y, **others}.items()},
        "gy": {"y": packed(gy)},
        "grad": {key: packed(t.grad) for key, t in leaves.items()},
        "tol": tol,
    }


def affine(C):
    return {"g": 1.5 * normal(C), "b": normal(C)}


def rms_norm(x, eps, g=None):
    return functional.rms_norm(x, x.shape[-1:], g, eps)


def batch_norm_train(x, rm, rv, eps, momentum, g=None, b=None):
    y = functional.batch_norm(x, rm, rv, g, b, training=True, momentum=momentum, eps=eps)
    return y, {"running_mean": rm, "running_var": rv}


def batch_norm_eval(x, rm, rv, eps, g=None, b=None):
    return functional.batch_norm(x, rm, rv, g, b, training=False, eps=eps)


def group_norm(x, groups, eps, g=None, b=None):
    return functional.group_norm(x, groups, g, b, eps)


def standardized(x, eps, detach=""):
    mean = x.mean(-1, keepdim=True)
    variance = (x - mean).square().mean(-1, keepdim=True)
    above = x - (mean.detach() if detach in ("mean", "both") else mean)
    deviation = (variance + eps).sqrt()
    return above / (deviation.detach() if detach in ("variance", "both") else deviation)


def detach_norm(x, eps, detach, g=None, b=None):
    xhat = standardized(x, eps, detach)
    return xhat if g is None else g * xhat + b


def ada_norm(x, eps, scale, k):
    xhat = standardized(x, eps)
    return (scale * (1 - k * xhat)).detach() * xhat


def rms(name, x, eps=1e-5, with_gamma=True, **rest):
    inputs = {"x": x} | ({"g": 1.5 * normal(x.shape[-1])} if with_gamma else {})
    return case(f"rms-{name}", "rms_norm", rms_norm, {"eps": eps}, inputs, **rest)


def batch(name, x, eps=1e-5, momentum=0.1, with_affine=True, **rest):
    C = x.shape[1]
    inputs = {"x": x} | (affine(C) if with_affine else {})
    running = {"rm": normal(C), "rv": positive(C)}
    train = {"eps": eps, "momentum": momentum}
    return [
        case(f"batch-train-{name}", "batch_norm_train", batch_norm_train, train, inputs, running, **rest),
        case(f"batch-eval-{name}", "batch_norm_eval", batch_norm_eval, {"eps": eps}, inputs, running, **rest),
    ]


def group(name, x, groups, eps=1e-5, with_affine=True, **rest):
    inputs = {"x": x} | (affine(x.shape[1]) if with_affine else {})
    return case(f"group-{name}", "group_norm", group_norm, {"groups": groups, "eps": eps}, inputs, **rest)


def detached(name, x, detach, eps=1e-5, with_affine=True):
    inputs = {"x": x} | (affine(x.shape[-1]) if with_affine else {})
    return case(f"detach-{detach}-{name}", "detach_norm", detach_norm, {"eps": eps, "detach": detach}, inputs)


def ada(name, x, eps=1e-5, scale=1.0, k=0.1):
    return case(f"ada-{name}", "ada_norm", ada_norm, {"eps": eps, "scale": scale, "k": k}, {"x": x})


zero_row = normal(3, 4)
zero_row[1] = 0
constant_channel = normal(4, 3)
constant_channel[:, 1] = 2.75
cases = [
    rms("usual", 1.5 * normal(3, 5) + 0.5),
    rms("three-axes", normal(2, 3, 4)),
    rms("eps-0", normal(2, 6), eps=0.0),
    rms("eps-0.1", 0.3 * normal(3, 4), eps=0.1),
    rms("zero-row", zero_row),
    rms("one-number", normal(4, 1)),
    rms("large", 3e7 * normal(2, 4)),
    rms("no-gamma", normal(3, 5), with_gamma=False),
    *batch("usual", 1.5 * normal(5, 3) + 0.5),
    *batch("two-samples", normal(2, 4)),
    *batch("positions", normal(3, 2, 4), eps=1e-3, momentum=0.3),
    *batch("images", normal(2, 3, 2, 2)),
    *batch("one-image", normal(1, 2, 3, 2), momentum=0.25),
    *batch("eps-1e-12", normal(6, 2), eps=1e-12, momentum=1.0),
    *batch("constant-channel", constant_channel, momentum=0.0),
    # Numbers near 3e7 stand 4e-9 apart in float64: that much of each x - mean is lost before anything is computed.
    *batch("offset-3e7", normal(8, 2, digits=3) + 3e7, tol=2e-8),
    *batch("no-affine", normal(4, 3), with_affine=False),
    group("usual", normal(2, 4, 3), 2),
    group("one-group", 1.5 * normal(2, 4, 3) + 0.5, 1),
    group("instances", normal(2, 3, 4), 3),
    group("rows", normal(3, 6), 2, eps=0.1),
    group("images", normal(2, 6, 2, 2), 3, eps=0.0),
    group("no-affine", normal(2, 4, 2), 2, with_affine=False),
    *[detached("usual", normal(3, 5), detach) for detach in ("mean", "variance", "both")],
    *[detached("no-affine", normal(2, 3, 4), detach, eps=0.1, with_affine=False) for detach in ("mean", "variance", "both")],
    ada("usual", 1.5 * normal(3, 5) + 0.5),
    ada("options", normal(2, 3, 4), eps=0.1, scale=-1.5, k=0.3),
    ada("k-0", normal(2, 6), k=0.0),
]


def write(name, cases):
    """One line for each case, so that a difference shows which."""
    head = json.dumps({"torch": torch.__version__, "dtype": "float64"})[1:-1]
    body = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases)
    pathlib.Path(__file__).with_name(name).write_text(f'{{{head}, "cases": [\n{body}\n]}}\n')


if __name__ == "__main__":
    write("norms.json", cases)
