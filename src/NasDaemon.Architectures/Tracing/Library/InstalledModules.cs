using System.Collections.Frozen;

namespace NasDaemon.Architectures.Tracing.Library;

/// <summary>Which packages an import finds: Python's own, PyTorch, torchvision, NumPy. All others count as not installed.</summary>
internal static class InstalledModules
{
    private static readonly FrozenSet<string> Roots = (
        "torch torchvision numpy abc argparse array ast asyncio atexit base64 binascii bisect builtins bz2 calendar cmath codecs collections "
        + "concurrent configparser contextlib contextvars copy copyreg csv ctypes dataclasses datetime decimal difflib dis enum errno "
        + "faulthandler filecmp fnmatch fractions functools gc getopt getpass glob gzip hashlib heapq hmac html http importlib inspect io "
        + "ipaddress itertools json keyword linecache locale logging lzma math mimetypes mmap multiprocessing numbers operator os pathlib "
        + "pickle pickletools pkgutil platform pprint profile queue random re reprlib sched secrets select selectors shelve shlex shutil "
        + "signal site socket sqlite3 ssl stat statistics string struct subprocess sys sysconfig tarfile tempfile textwrap threading time "
        + "timeit token tokenize traceback tracemalloc types typing typing_extensions unicodedata unittest urllib uuid warnings weakref xml "
        + "zipfile zlib zoneinfo __future__")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether an import finds a module's package.</summary>
    /// <param name="path">The module's path.</param>
    /// <returns>True where it does.</returns>
    public static bool Has(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return Roots.Contains(dot < 0 ? path : path[..dot]);
    }
}
