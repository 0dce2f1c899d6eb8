"""Samples for jupyter_kernel_test (https://github.com/jupyter/jupyter_kernel_test): what the kernel shall answer."""
import os
import unittest

import jupyter_kernel_test

# The smallest picture: one transparent pixel.
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
FIGURE = '"{\\"data\\": []}".DisplayAs("application/vnd.plotly.v1+json");'


class CSharpKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = os.environ["KERNEL_NAME"]
    language_name = "C#"
    file_extension = ".cs"

    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("hello, errors");'
    completion_samples = [
        {"text": "Console.WriteLi", "matches": {"WriteLine"}},
        {"text": "Math.Sqr", "matches": {"Sqrt"}},
        {"text": "\"𝒳\".Lengt", "matches": {"Length"}},
        {"text": "Math.DoesNotExis", "matches": set()},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "for (var i = 0; i < 3; i++) { }", "#!time\n1", ""]
    incomplete_code_samples = ["for (var i = 0; i < 3; i++) {", "Console.WriteLine(", 'var s = """\n  raw', "/* open"]
    invalid_code_samples = ["var = = 3;", "}"]
    code_page_something = "Console.WriteLine?"
    code_generate_error = 'throw new InvalidOperationException("on purpose");'
    code_execute_result = [
        {"code": "6*7", "result": "42"},
        {"code": '"ab" + "cd"', "result": "abcd"},
        {"code": "0.1 + 0.2", "result": "0.30000000000000004"},
        {"code": "new { Muscle = 1 }", "mime": "text/html"},
    ]
    code_display_data = [
        {"code": "display(new { Muscle = 1 });", "mime": "text/html"},
        {"code": f'"{PIXEL}".DisplayAs("image/png");', "mime": "image/png"},
        # With the first figure of a session comes plotly.js, as text/html.
        {"code": FIGURE, "mime": "text/html"},
        {"code": FIGURE + " // again", "mime": "application/vnd.plotly.v1+json"},
    ]
    code_history_pattern = "6?7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = 'Console.WriteLine("gone"); ClearOutput();'


if __name__ == "__main__":
    unittest.main()
