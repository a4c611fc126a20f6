/** What Python or stix-shifter would take for something else: keywords, and modules of the standard library. */
export const PYTHON_NAMES: ReadonlySet<string> = new Set(
  `
    abc aifc and antigravity argparse array as assert ast async asynchat asyncio asyncore atexit
    audioop await base64 bdb binascii bisect break builtins bz2 calendar cgi cgitb chunk class
    cmath cmd code codecs codeop collections colorsys compileall concurrent configparser
    contextlib contextvars continue copy copyreg cprofile crypt csv ctypes curses dataclasses
    datetime dbm decimal def del difflib dis distutils doctest elif else email encodings ensurepip
    enum errno except false faulthandler fcntl filecmp fileinput finally fnmatch for fractions
    from ftplib functools gc genericpath getopt getpass gettext glob global graphlib grp gzip
    hashlib heapq hmac html http idlelib if imaplib imghdr imp import importlib in inspect io
    ipaddress is itertools json keyword lambda lib2to3 linecache locale logging lzma mailbox
    mailcap main marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis
    nntplib none nonlocal not nt ntpath nturl2path numbers opcode operator optparse or os
    ossaudiodev pass pathlib pdb pickle pickletools pipes pkgutil platform plistlib poplib posix
    posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue
    quopri raise random re readline reprlib resource return rlcompleter runpy sched secrets select
    selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket socketserver spwd
    sqlite3 sre_compile sre_constants sre_parse ssl stat statistics stix_shifter
    stix_shifter_modules stix_shifter_utils string stringprep struct subprocess sunau symtable sys
    sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this threading time
    timeit tkinter token tokenize tomllib trace traceback tracemalloc true try tty turtle
    turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref
    webbrowser while winreg winsound with wsgiref xdrlib xml xmlrpc yield zipapp zipfile zipimport
    zlib zoneinfo
  `
    .trim()
    .split(/\s+/),
)
