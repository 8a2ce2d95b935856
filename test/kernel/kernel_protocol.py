"""jupyter_kernel_test's suite for our kernel; every test that applies, and nothing skipped among them."""

import unittest

import jupyter_kernel_test

# Loaded machines: the suite's own patience is for idle ones.
jupyter_kernel_test.TIMEOUT = 60


class TypeScriptKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "tslab"
    language_name = "typescript"
    file_extension = ".ts"
    code_hello_world = "console.log('hello, world')"
    code_stderr = "console.error('oops')"
    completion_samples = [
        {"text": "Math.sqr", "matches": {"sqrt", "SQRT2", "SQRT1_2"}},
        {"text": "structuredCl", "matches": {"structuredClone"}},
    ]
    complete_code_samples = ["1 + 1", "const f = (x: number) => x * x", "await (Promise.resolve(1))", "f(1)\n"]
    incomplete_code_samples = ["function f() {", "`open", "[1, 2,", "/* open", "1 +"]
    invalid_code_samples = ["const = 1", ")", "let x: = 3"]
    code_generate_error = "throw new Error('as asked')"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "'a' + 'b'", "result": "ab"},
        {"code": "({ a: [1, 2] })", "result": "{ a: [ 1, 2 ] }"},
        {"code": "6 * 7", "result": "42"},
        {"code": "6 * 7", "result": "42"},
    ]
    code_display_data = [
        {"code": "import { display } from 'tslab'; display.html('<b>x</b>')", "mime": "text/html"},
        {"code": "(globalThis as any)[Symbol.for('normlab.display')]({ 'image/svg+xml': '<svg/>' })", "mime": "image/svg+xml"},
    ]
    code_history_pattern = "6 * 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.sqrt"

    def execute_helper(self, *args, **kwargs):
        """As in the suite, which waits a tenth of a second for what a cell publishes; here as long as it takes."""
        channel = self.kc.iopub_channel
        get = channel.get_msg
        channel.get_msg = lambda timeout=None: get(timeout=jupyter_kernel_test.TIMEOUT)
        try:
            return super().execute_helper(*args, **kwargs)
        finally:
            del channel.get_msg


if __name__ == "__main__":
    unittest.main(verbosity=2)
