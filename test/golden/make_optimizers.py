"""Writes optimizers.json: what PyTorch on a CPU makes of parameters, optimizer by optimizer, and of clipping, in float64.

    python test/golden/make_optimizers.py

Every option has a value of its own in some case; gradients are random, and some are 0.
"""

import json
import pathlib

import torch

torch.set_default_dtype(torch.float64)
random = torch.Generator().manual_seed(17)
steps = 7


def normal(*shape):
    return torch.round(torch.randn(shape, generator=random), decimals=6)


def packed(t):
    return [list(t.shape), t.detach().reshape(-1).tolist()]


def optimizer_case(name, make, hyper, shape=(5,)):
    p0 = normal(*shape)
    grads = normal(steps, p0.numel()) * (torch.rand(steps, p0.numel(), generator=random) > 0.1)
    p = torch.nn.Parameter(p0.clone())
    optimizer = make([p], **hyper)
    after = []
    for gradient in grads:
        p.grad = gradient.reshape(shape).clone()
        optimizer.step()
        after.append(p.detach().reshape(-1).clone())
    return {
        "id": name,
        "op": "optimizer",
        "attrs": {"name": name, "hyper": hyper},
        "in": {"p0": packed(p0), "grads": packed(grads)},
        "out": {"p": packed(torch.stack(after))},
        "gy": {},
        "grad": {},
        "tol": 1e-12,
    }


def clip_case(name, max_norm, shapes):
    parameters = [torch.nn.Parameter(torch.zeros(shape)) for shape in shapes]
    for parameter in parameters:
        parameter.grad = normal(*parameter.shape)
    given = {f"g{i}": packed(p.grad.clone()) for i, p in enumerate(parameters)}
    norm = torch.nn.utils.clip_grad_norm_(parameters, max_norm)
    return {
        "id": name,
        "op": "clip_grad_norm",
        "attrs": {"max_norm": max_norm, "eps": 1e-6},
        "in": given,
        "out": {**{f"g{i}": packed(p.grad) for i, p in enumerate(parameters)}, "norm": packed(norm)},
        "gy": {},
        "grad": {},
        "tol": 1e-12,
    }


sgd, adam, adamw, rmsprop = torch.optim.SGD, torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop
cases = [
    optimizer_case("sgd", sgd, {"lr": 0.3}),
    optimizer_case("sgd-decay", sgd, {"lr": 0.3, "weight_decay": 0.2}, (2, 3)),
    optimizer_case("sgd-momentum", sgd, {"lr": 0.2, "momentum": 0.7, "weight_decay": 0.1, "nesterov": False}),
    optimizer_case("nesterov", sgd, {"lr": 0.2, "momentum": 0.6, "weight_decay": 0.3, "nesterov": True}),
    optimizer_case("adam", adam, {"lr": 0.05, "betas": [0.8, 0.95], "eps": 1e-2}),
    optimizer_case("adam-decay", adam, {"lr": 0.05, "betas": [0.5, 0.9], "eps": 1e-6, "weight_decay": 0.4}, (1, 4)),
    optimizer_case("adam-standard", adam, {"lr": 0.01}),
    optimizer_case("adamw", adamw, {"lr": 0.1, "betas": [0.8, 0.95], "eps": 1e-3, "weight_decay": 0.5}),
    optimizer_case("adamw-standard", adamw, {"lr": 0.1}),
    optimizer_case("rmsprop", rmsprop, {"lr": 0.02, "alpha": 0.8, "eps": 1e-2}),
    optimizer_case("rmsprop-momentum", rmsprop, {"lr": 0.02, "alpha": 0.9, "momentum": 0.6, "weight_decay": 0.3}),
    clip_case("clip-long", 0.5, [(3, 2), (4,), ()]),
    clip_case("clip-short", 50.0, [(2, 2), (3,)]),
    clip_case("clip-one", 1e-3, [(7,)]),
]
lines = ",\n".join(json.dumps(one, separators=(",", ":")) for one in cases)
text = f'{{"torch": "{torch.__version__}", "dtype": "float64", "cases": [\n{lines}\n]}}\n'
pathlib.Path(__file__).with_name("optimizers.json").write_text(text)
