"""Writes weight-norms.json: what PyTorch 2.13.0 on a CPU says about the normalizations of weights and of what is kept on
a sphere, in float64.

    python test/golden/make_weight_norms.py

The weights, the parameters and the cotangent are random everywhere. Where PyTorch has no such operation, its formula is
written with PyTorch's operations and differentiated by autograd.
"""

import json
import pathlib

import torch
from torch.nn import functional

torch.set_default_dtype(torch.float64)
random = torch.Generator().manual_seed(13)


def normal(*shape, digits=6):
    return torch.round(torch.randn(*shape, generator=random), decimals=digits)


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


def weight_norm(v, g, dim):
    return torch._weight_norm(v, g, dim)


def weight(name, v, dim=0, **rest):
    g = 1.5 * normal(*[length if axis == dim else 1 for axis, length in enumerate(v.shape)])
    return case(f"weight-norm-{name}", "weight_norm", weight_norm, {"dim": dim}, {"v": v, "g": g}, **rest)


def weight_standardization(w, eps):
    rest = list(range(1, w.dim()))
    mean = w.mean(rest, keepdim=True)
    return (w - mean) * ((w - mean).square().mean(rest, keepdim=True) + eps).rsqrt()


def standardized(name, w, eps=1e-5, **rest):
    return case(f"weight-standardization-{name}", "weight_standardization", weight_standardization, {"eps": eps}, {"w": w}, **rest)


def unit(x, eps):
    return x / x.norm().clamp(min=eps)


def spectral_norm(w, u, iterations, eps):
    matrix = w.reshape(w.shape[0], -1)
    with torch.no_grad():
        improved, v = unit(u, 0), unit(matrix.T @ unit(u, 0), eps)
        for _ in range(iterations):
            v = unit(matrix.T @ improved, eps)
            improved = unit(matrix @ v, eps)
    sigma = improved @ matrix @ v
    return w / sigma, {"u": improved if iterations > 0 else u}


def spectral(name, w, iterations=1, eps=1e-12, **rest):
    attrs = {"iterations": iterations, "eps": eps}
    return case(f"spectral-norm-{name}", "spectral_norm", spectral_norm, attrs, {"w": w}, {"u": normal(w.shape[0])}, **rest)


def sigma_reparam(w, gamma):
    return gamma * w / torch.linalg.matrix_norm(w.reshape(w.shape[0], -1), 2)


def reparametrized(name, w, **rest):
    return case(f"sigma-reparam-{name}", "sigma_reparam", sigma_reparam, {}, {"w": w, "gamma": 1.5 * normal(1)}, **rest)


def unit_rows(w, dim, eps):
    return functional.normalize(w, dim=dim, eps=eps)


def hyperspherical_step(h, branch, alpha, eps):
    way = functional.normalize(branch, dim=-1, eps=eps) - h
    return functional.normalize(h + alpha * way, dim=-1, eps=eps)


def cosine_scores(q, k, scale, eps):
    return scale * (functional.normalize(q, dim=-1, eps=eps) @ functional.normalize(k, dim=-1, eps=eps).mT)


def rows(name, w, dim=-1, eps=1e-12, **rest):
    return case(f"unit-rows-{name}", "unit_rows", unit_rows, {"dim": dim, "eps": eps}, {"w": w}, **rest)


def step(name, h, eps=1e-12, **rest):
    h = torch.round(functional.normalize(h, dim=-1), decimals=6)
    inputs = {"h": h, "branch": 3 * normal(*h.shape), "alpha": normal(h.shape[-1])}
    return case(f"hyperspherical-step-{name}", "hyperspherical_step", hyperspherical_step, {"eps": eps}, inputs, **rest)


def scores(name, q, k, scale, eps=1e-12, **rest):
    return case(f"cosine-scores-{name}", "cosine_scores", cosine_scores, {"eps": eps}, {"q": q, "k": k, "scale": scale}, **rest)


cases = [
    weight("usual", normal(3, 5)),
    weight("columns", normal(4, 3), dim=1),
    weight("kernels", normal(2, 3, 2, 2)),
    weight("middle-axis", normal(2, 3, 4), dim=1),
    weight("one-number", normal(4, 1)),
    weight("large", 3e7 * normal(2, 4)),
    standardized("usual", 0.3 * normal(3, 5) + 0.5),
    standardized("kernels", normal(2, 3, 2, 2), eps=0.1),
    standardized("eps-0", normal(2, 6), eps=0.0),
    standardized("one-number", normal(4, 1)),
    spectral("usual", normal(3, 5)),
    spectral("in-use", normal(4, 3), iterations=0),
    spectral("three-steps", normal(4, 3), iterations=3),
    spectral("kernels", normal(2, 3, 2, 2)),
    spectral("large", 3e7 * normal(2, 4)),
    reparametrized("usual", normal(3, 5)),
    reparametrized("tall", normal(7, 3)),
    reparametrized("square", normal(6, 6)),
    reparametrized("kernels", normal(2, 3, 2, 2)),
    reparametrized("one-row", normal(1, 4)),
    reparametrized("large", 3e7 * normal(2, 4)),
    rows("usual", normal(3, 5)),
    rows("columns", normal(4, 3), dim=0),
    rows("below-eps", 0.1 * normal(3, 4), eps=0.2),
    rows("large", 3e7 * normal(2, 4)),
    step("usual", normal(3, 5)),
    step("three-axes", normal(2, 3, 4)),
    scores("usual", normal(3, 4), 2 * normal(5, 4), 5 + normal(1)),
    scores("heads", normal(2, 3, 4, 5), normal(2, 3, 2, 5), 5 + normal(3, 1, 1)),
    scores("below-eps", 0.1 * normal(3, 4), normal(2, 4), 5 + normal(1), eps=0.2),
]
path = pathlib.Path(__file__).with_name("weight-norms.json")
head = json.dumps({"torch": torch.__version__, "dtype": "float64"})[1:-1]
body = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases)
path.write_text(f'{{{head}, "cases": [\n{body}\n]}}\n')
