"""Writes layer-norm.json: what PyTorch 2.13.0 on a CPU says about layer normalization, in float64.

    python test/golden/make_layer_norm.py

gamma, beta and the cotangent are random everywhere: with gamma = 1, beta = 0 and a cotangent of ones the true dx is 0,
and a wrong backward passes.
"""

import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)
random = torch.Generator().manual_seed(7)


def normal(*shape, digits=6):
    return torch.round(torch.randn(*shape, generator=random), decimals=digits)


def packed(t):
    return [list(t.shape), t.detach().reshape(-1).tolist()]


def case(name, x, eps, tol=1e-11, normalized_shape=None, affine=True):
    shape = normalized_shape or [x.shape[-1]]
    inputs = {"x": x}
    if affine:
        inputs |= {"g": 1.5 * normal(*shape), "b": normal(*shape)}
    leaves = {name: t.clone().requires_grad_() for name, t in inputs.items()}
    y = torch.nn.functional.layer_norm(leaves["x"], shape, leaves.get("g"), leaves.get("b"), eps)
    gy = normal(*y.shape)
    y.backward(gy)
    attrs = {"eps": eps}
    if normalized_shape:
        attrs["normalized_shape"] = normalized_shape
    if not affine:
        attrs["affine"] = False
    return {
        "id": name,
        "op": "layer_norm",
        "attrs": attrs,
        "in": {k: packed(t) for k, t in inputs.items()},
        "out": {"y": packed(y)},
        "gy": {"y": packed(gy)},
        "grad": {k: packed(t.grad) for k, t in leaves.items()},
        "tol": tol,
    }


def hessian_vector(x, g, b, v, eps):
    def f(x):
        return (torch.nn.functional.layer_norm(x, [x.shape[-1]], g, b, eps) ** 3).sum() / 3

    _, hv = torch.autograd.functional.hvp(f, x, v)
    gx = torch.autograd.functional.jacobian(f, x)
    return {
        "id": "hessian-vector",
        "op": "layer_norm_hvp",
        "attrs": {"eps": eps, "f": "sum(y^3)/3"},
        "in": {"x": packed(x), "g": packed(g), "b": packed(b), "v": packed(v)},
        "out": {"gx": packed(gx), "hv": packed(hv)},
        "gy": {},
        "grad": {},
        "tol": 1e-10,
    }


def jacobian(x, eps):
    J = torch.autograd.functional.jacobian(lambda x: torch.nn.functional.layer_norm(x, [x.shape[-1]], None, None, eps), x)
    return {
        "id": "jacobian",
        "op": "layer_norm_jacobian",
        "attrs": {"eps": eps},
        "in": {"x": packed(x)},
        "out": {"J": packed(J)},
        "gy": {},
        "grad": {},
        "tol": 1e-11,
    }


constant = normal(3, 5)
constant[1] = 2.75
cases = [
    case("two-words", torch.tensor([[0.2, 0.1, 0.3], [0.5, 0.1, 0.1]]), 1e-5),
    case("usual", 1.5 * normal(3, 5) + 0.5, 1e-5),
    case("three-axes", normal(2, 3, 4), 1e-5),
    case("eps-0", normal(2, 6), 0.0),
    case("eps-1e-12", normal(2, 4), 1e-12),
    case("eps-0.1", 0.3 * normal(3, 4), 0.1),
    case("tiny-variance", 1e-7 * normal(3, 6) + 0.25, 1e-5),
    # Numbers near 3e7 stand 4e-9 apart in float64: that much of each x - mean is lost before anything is computed.
    case("offset-3e7", normal(3, 8, digits=3) + 3e7, 1e-5, tol=2e-8),
    case("constant-row", constant, 1e-5),
    case("one-number", normal(4, 1), 1e-5),
    case("two-axes", normal(2, 3, 4), 1e-5, normalized_shape=[3, 4]),
    case("no-affine", normal(3, 5), 1e-5, affine=False),
    hessian_vector(normal(2, 5), 1.5 * normal(5), normal(5), normal(2, 5), 1e-5),
    jacobian(normal(4), 1e-5),
]
path = pathlib.Path(__file__).with_name("layer-norm.json")
head = json.dumps({"torch": torch.__version__, "dtype": "float64"})[1:-1]
body = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases)
path.write_text(f'{{{head}, "cases": [\n{body}\n]}}\n')
