"""What this project asks of a workflow beyond what linters know: one rule is one function that yields its findings."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypedDict

import yaml

RACINE = Path(__file__).resolve().parent.parent

Step = TypedDict(
    "Step",
    {"uses": str, "run": str, "if": str, "continue-on-error": str, "with": dict[str, str]},
    total=False,
)
Job = TypedDict(
    "Job",
    {
        "needs": str | list[str],
        "if": str,
        "continue-on-error": str,
        "runs-on": object,
        "permissions": Mapping[str, str] | str,
        "uses": str,
        "steps": list[Step],
    },
    total=False,
)


class Workflow(TypedDict, total=False):
    """A workflow, as far as the rules look at it."""

    on: object
    permissions: Mapping[str, str] | str
    jobs: dict[str, Job]


Rule = Callable[[Workflow], Iterator[str]]

_PINNED = re.compile(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40}|\$/\.github/workflows/[\w-]+\.yml")
_RUNNER = re.compile(r"(ubuntu|macos|windows)-\d+(\.\d+)?(-arm)?")
_CALL = re.compile(r"(?P<script>\./scripts/[\w.-]+)( [\w./=-]+)*")
_GOES_ON = re.compile(r"\b(always|failure|cancelled)\s*\(")


def read(text: str) -> Workflow:
    """The workflow as text only: YAML 1.1 would make a boolean of its key « on »."""
    workflow: Workflow = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (BaseLoader builds nothing but text)
    return workflow


def needs_name_a_job(workflow: Workflow) -> Iterator[str]:
    """A job waits only for a job that exists: GitHub refuses the whole workflow otherwise."""
    for name, job in _jobs(workflow):
        for needed in _needs(job):
            if needed not in workflow["jobs"]:
                yield f"{name}: needs an unknown job, {needed}"


def actions_are_pinned(workflow: Workflow) -> Iterator[str]:
    """An action is named by the full hash of its commit: a tag can be moved. Ours come with the code."""
    for name, job in _jobs(workflow):
        for uses in (job.get("uses"), *(step.get("uses") for step in _steps(job))):
            if uses is not None and not _PINNED.fullmatch(uses):
                yield f"{name}: {uses} is not pinned by a full commit hash"


def permissions_are_stated(workflow: Workflow) -> Iterator[str]:
    """The workflow grants nothing, and each job lists what it needs."""
    if workflow.get("permissions") != {}:
        yield "the workflow must say « permissions: {} »"
    for name, job in _jobs(workflow):
        if not isinstance(job.get("permissions"), Mapping):
            yield f"{name}: must list its own permissions"


def code_never_runs_with_write_access(workflow: Workflow) -> Iterator[str]:
    """A job that may write runs no script and checks out no code: a bad dependency cannot use its rights."""
    for name, job in _jobs(workflow):
        if _may_write(job) and any(_brings_code(step) for step in _steps(job)):
            yield f"{name}: may write, and runs code of the repository"


def run_holds_no_expression(workflow: Workflow) -> Iterator[str]:
    """A value reaches a command through its environment: pasted in its text, it could become a command."""
    for name, line in _run_lines(workflow):
        if "${{" in line:
            yield f"{name}: an expression in a command: {line}"


def run_calls_our_scripts(workflow: Workflow) -> Iterator[str]:
    """A command is one of our scripts and nothing more, so that anyone can do by hand what the workflow does."""
    for name, line in _run_lines(workflow):
        call = _CALL.fullmatch(line)
        if call is None:
            yield f"{name}: more than a call to a script of ./scripts/: {line}"
        elif not _is_program(RACINE / call["script"]):
            yield f"{name}: no such program: {call['script']}"


def runner_is_a_fixed_version(workflow: Workflow) -> Iterator[str]:
    """The machine changes when we decide it, not when « latest » moves."""
    for name, job in _jobs(workflow):
        runner = job.get("runs-on")
        if "uses" not in job and not (isinstance(runner, str) and _RUNNER.fullmatch(runner)):
            yield f"{name}: the runner is not a fixed version: {runner}"


def failure_stops_everything(workflow: Workflow) -> Iterator[str]:
    """Nothing goes on after a failure: half a site is never put online."""
    for name, job in _jobs(workflow):
        for part in (job, *_steps(job)):
            if "continue-on-error" in part or _GOES_ON.search(part.get("if", "")):
                yield f"{name}: goes on after a failure"


def deployment_waits_for_a_job(workflow: Workflow) -> Iterator[str]:
    """What goes online is what another job built and finished."""
    for name, job in _jobs(workflow):
        deploys = any(step.get("uses", "").startswith("actions/deploy-pages@") for step in _steps(job))
        if deploys and not _needs(job):
            yield f"{name}: deploys without waiting for the job that builds"


RULES: tuple[Rule, ...] = (
    needs_name_a_job,
    actions_are_pinned,
    permissions_are_stated,
    code_never_runs_with_write_access,
    run_holds_no_expression,
    run_calls_our_scripts,
    runner_is_a_fixed_version,
    failure_stops_everything,
    deployment_waits_for_a_job,
)


def _jobs(workflow: Workflow) -> Iterator[tuple[str, Job]]:
    yield from workflow["jobs"].items()


def _steps(job: Job) -> list[Step]:
    return job.get("steps", [])


def _needs(job: Job) -> list[str]:
    needs = job.get("needs", [])
    return [needs] if isinstance(needs, str) else needs


def _run_lines(workflow: Workflow) -> Iterator[tuple[str, str]]:
    for name, job in _jobs(workflow):
        for step in _steps(job):
            yield from ((name, line.strip()) for line in step.get("run", "").splitlines() if line.strip())


def _may_write(job: Job) -> bool:
    permissions = job.get("permissions", {})
    return "write" in (permissions if isinstance(permissions, str) else permissions.values())


def _brings_code(step: Step) -> bool:
    return "run" in step or step.get("uses", "").startswith("actions/checkout@")


def _is_program(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)
