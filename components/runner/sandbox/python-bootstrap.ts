/**
 * Python that runs the program: defines `run_program(entry, input)`, a coroutine that says whether all
 * went well. `_write` and `_report` are the worker's. Tracebacks show people's own lines alone.
 */
export const pythonBootstrap = `
import ast, asyncio, builtins, inspect, io, os, sys, traceback, types, unittest

ROOT = os.getcwd()

def trimmed(error):
    told = traceback.TracebackException.from_exception(error)
    seen = set()
    def trim(each):
        if each is None or id(each) in seen:
            return
        seen.add(id(each))
        own = []
        for frame in each.stack:
            if frame.filename.startswith(ROOT + '/'):
                frame.filename = frame.filename[len(ROOT) + 1:]
                own.append(frame)
        each.stack[:] = own
        # A SyntaxError alone names its file here.
        name = getattr(each, 'filename', None)
        if name and name.startswith(ROOT + '/'):
            each.filename = name[len(ROOT) + 1:]
        trim(each.__cause__)
        trim(each.__context__)
    trim(told)
    return ''.join(told.format())

def last_line(error):
    text = ''.join(traceback.format_exception_only(error)).strip().splitlines()
    return text[-1] if text else type(error).__name__

def where(error):
    lines = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.startswith(ROOT + '/')]
    if not lines:
        return last_line(error)
    place = lines[-1]
    source = (place.line or '').strip()
    return f"{last_line(error)}\\n  {place.filename[len(ROOT) + 1:]}:{place.lineno}: {source}"

class Result(unittest.TestResult):
    ok = True
    def name(self, test):
        return test.id().removeprefix('__main__.')
    def addSuccess(self, test):
        super().addSuccess(test)
        _report(self.name(test), True, '')
    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.ok = False
        _report(self.name(test), False, where(err[1]))
    addError = addFailure
    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.ok = False
            _report(self.name(subtest), False, where(err[1]))
    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        _report(self.name(test) + ' (skipped)', True, reason)
    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self.ok = False
        _report(self.name(test), False, 'It was expected to fail.')

def ask(prompt=''):
    sys.stdout.write(str(prompt))
    line = sys.stdin.readline()
    if not line:
        sys.stdout.write('\\n')
        raise EOFError('The input has no more lines.')
    line = line.rstrip('\\n')
    sys.stdout.write(line + '\\n')
    return line

async def run_tests(main):
    ok = True
    suite = unittest.TestLoader().loadTestsFromModule(main)
    if suite.countTestCases():
        result = Result()
        suite.run(result)
        ok = result.ok
    for name, test in list(vars(main).items()):
        if not name.startswith('test') or not inspect.isfunction(test):
            continue
        if any(p.default is p.empty for p in inspect.signature(test).parameters.values()):
            continue
        try:
            outcome = test()
            if inspect.isawaitable(outcome):
                await outcome
            _report(name, True, '')
        except BaseException as error:
            ok = False
            _report(name, False, where(error))
    return ok

async def run_program(entry, text):
    sys.stdin = io.StringIO(text)
    builtins.input = ask
    path = os.path.join(ROOT, entry)
    for folder in (ROOT, os.path.dirname(path)):
        if folder not in sys.path:
            sys.path.insert(0, folder)
    sys.argv = [entry]
    # Tests are run and told one by one once the file has been read.
    unittest.main = lambda *given, **named: None
    main = types.ModuleType('__main__')
    main.__file__ = path
    sys.modules['__main__'] = main
    try:
        with open(path, encoding='utf-8') as file:
            source = file.read()
        code = compile(source, path, 'exec', flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        waited = eval(code, main.__dict__)
        if inspect.isawaitable(waited):
            await waited
        others = asyncio.all_tasks() - {asyncio.current_task()}
        if others:
            await asyncio.gather(*others)
        return await run_tests(main)
    except SystemExit as stop:
        if stop.code is None or stop.code == 0:
            return True
        if not isinstance(stop.code, int):
            sys.stderr.write(f'{stop.code}\\n')
        return False
    except ModuleNotFoundError as error:
        sys.stderr.write(trimmed(error))
        sys.stderr.write("Python's standard library and the files of this room can be imported here.\\n")
        return False
    except BaseException as error:
        sys.stderr.write(trimmed(error))
        return False
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
`
