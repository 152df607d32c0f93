"""Eight-bit weights for the exported encoder, so that it stays small in memory.

Weights are rounded in blocks of 32 along the inner dimension and activations are rounded
block by block while running (onnxruntime's MatMulNBits), which keeps the cosine to the
32-bit model near 0.9995. Whole-tensor dynamic quantisation, the usual way, reached 0.994
on average and 0.980 at worst: too coarse to share thresholds with the 32-bit model.
"""

from __future__ import annotations

from pathlib import Path
from typing import List, Tuple

import numpy as np
import onnx
from onnx import NodeProto, TensorProto, helper, numpy_helper

BLOCK = 32
EMBEDDING_ROWS = 10_000  # a looked-up table at least this long is a word embedding
ACCURACY_INT8 = 4  # MatMulNBits: compute in 8-bit integers


def quantise(source: Path, target: Path) -> None:
    """Write `source` with 8-bit matrix and word-embedding weights to `target`."""
    model = onnx.load(str(source))
    graph = model.graph
    weights = {tensor.name: tensor for tensor in graph.initializer}
    nodes: List[NodeProto] = []
    added: dict = {}  # by name: two nodes may share one weight
    for node in graph.node:
        new_nodes, tensors = _replacement(node, weights)
        nodes += new_nodes
        added.update({tensor.name: tensor for tensor in tensors})
    used = {name for node in nodes for name in node.input}
    kept = [tensor for name, tensor in weights.items() if name in used]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(nodes)
    graph.initializer.extend([*kept, *added.values()])
    model.opset_import.append(helper.make_opsetid("com.microsoft", 1))
    onnx.save_model(model, str(target))


def _replacement(node: NodeProto, weights: dict) -> Tuple[List[NodeProto], List[TensorProto]]:
    if node.op_type == "MatMul" and node.input[1] in weights:
        weight = numpy_helper.to_array(weights[node.input[1]])
        if weight.ndim == 2 and weight.shape[0] % BLOCK == 0:
            return _matmul(node, weight)
    if node.op_type == "Gather" and node.input[0] in weights:
        weight = numpy_helper.to_array(weights[node.input[0]])
        if weight.ndim == 2 and weight.shape[0] >= EMBEDDING_ROWS:
            return _lookup(node, weight)
    return [node], []


def _matmul(node: NodeProto, weight: np.ndarray) -> Tuple[List[NodeProto], List[TensorProto]]:
    inner, outer = weight.shape
    blocks = weight.T.reshape(outer, inner // BLOCK, BLOCK)
    scales = _scales(blocks)
    rounded = (np.rint(blocks / scales) + 128).astype(np.uint8)  # 128 is the operator's zero
    name = node.input[1]
    new = helper.make_node(
        "MatMulNBits", [node.input[0], f"{name}_int8", f"{name}_scales"], list(node.output),
        name=node.name, domain="com.microsoft", K=inner, N=outer, bits=8,
        block_size=BLOCK, accuracy_level=ACCURACY_INT8,
    )
    return [new], [
        numpy_helper.from_array(rounded, f"{name}_int8"),
        numpy_helper.from_array(scales.reshape(-1).astype(np.float32), f"{name}_scales"),
    ]


def _lookup(node: NodeProto, weight: np.ndarray) -> Tuple[List[NodeProto], List[TensorProto]]:
    scales = _scales(weight)
    name, ids, out = node.input[0], node.input[1], node.output[0]
    new = [
        helper.make_node("Gather", [f"{name}_int8", ids], [f"{out}_int8"], axis=0),
        helper.make_node("Cast", [f"{out}_int8"], [f"{out}_float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}_scales", ids], [f"{out}_scale"], axis=0),
        helper.make_node("Mul", [f"{out}_float", f"{out}_scale"], [out]),
    ]
    return new, [
        numpy_helper.from_array(np.rint(weight / scales).astype(np.int8), f"{name}_int8"),
        numpy_helper.from_array(scales.astype(np.float32), f"{name}_scales"),
    ]


def _scales(rows: np.ndarray) -> np.ndarray:
    """Largest magnitude of each last-axis row over 127; 1 for rows of zeros."""
    scales = np.abs(rows).max(axis=-1, keepdims=True) / 127
    return np.where(scales == 0, 1, scales)
