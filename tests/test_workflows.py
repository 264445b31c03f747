"""The workflows: safe, readable by GitHub, and no more than our own scripts."""

import subprocess
import sys
from pathlib import Path

import pytest

from workflows import (
    RACINE,
    RULES,
    Rule,
    actions_are_pinned,
    code_never_runs_with_write_access,
    deployment_waits_for_a_job,
    failure_stops_everything,
    needs_name_a_job,
    permissions_are_stated,
    read,
    run_calls_our_scripts,
    run_holds_no_expression,
    runner_is_a_fixed_version,
)

GITHUB = Path(".github")
WORKFLOWS = sorted(path.relative_to(RACINE) for path in RACINE.glob(".github/workflows/*"))

SOUND = """
on: {push: {branches: [main]}}
permissions: {}
jobs:
  build:
    runs-on: ubuntu-24.04
    permissions: {contents: read}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
      - run: ./scripts/site
  deploy:
    needs: [build]
    if: github.ref == 'refs/heads/main'
    runs-on: ubuntu-24.04
    permissions: {pages: write}
    steps:
      - uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128
"""

FAULTS: list[tuple[Rule, str, str]] = [
    (needs_name_a_job, "needs: [build]", "needs: [biuld]"),
    (needs_name_a_job, "needs: [build]", "needs: biuld"),
    (actions_are_pinned, "@3d3c42e5aac5ba805825da76410c181273ba90b1", "@v7"),
    (actions_are_pinned, "@3d3c42e5aac5ba805825da76410c181273ba90b1", "@3d3c42e"),
    (actions_are_pinned, "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", "docker://alpine:3"),
    (permissions_are_stated, "permissions: {}", "permissions: {contents: read}"),
    (permissions_are_stated, "permissions: {}\n", "\n"),
    (permissions_are_stated, "    permissions: {contents: read}\n", ""),
    (permissions_are_stated, "permissions: {contents: read}", "permissions: write-all"),
    (code_never_runs_with_write_access, "{contents: read}", "{contents: write}"),
    (run_holds_no_expression, "./scripts/site", "./scripts/site ${{ github.head_ref }}"),
    (run_calls_our_scripts, "./scripts/site", "./scripts/absent"),
    (run_calls_our_scripts, "./scripts/site", "./scripts/../scripts/site"),
    (run_calls_our_scripts, "./scripts/site", "./scripts/site && make"),
    (run_calls_our_scripts, "./scripts/site", "./scripts/site $TITLE"),
    (run_calls_our_scripts, "./scripts/site", "|\n          ./scripts/site\n          make"),
    (runner_is_a_fixed_version, "ubuntu-24.04", "ubuntu-latest"),
    (runner_is_a_fixed_version, "ubuntu-24.04", "${{ vars.RUNNER }}"),
    (runner_is_a_fixed_version, "ubuntu-24.04", "[self-hosted]"),
    (failure_stops_everything, "if: github.ref == 'refs/heads/main'", "if: always()"),
    (failure_stops_everything, "if: github.ref == 'refs/heads/main'", "if: ${{ !cancelled() }}"),
    (failure_stops_everything, "run: ./scripts/site", "run: ./scripts/site\n        continue-on-error: true"),
    (deployment_waits_for_a_job, "    needs: [build]\n", ""),
]


def run(tool: str, *arguments: str | Path) -> tuple[int, str]:
    """The exit code and the whole output of a tool of the virtual environment."""
    command = [Path(sys.executable).with_name(tool), *arguments]
    done = subprocess.run(command, cwd=RACINE, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_zizmor_finds_nothing() -> None:
    """No known attack works on the workflows, even by the strictest reading."""
    status, output = run("zizmor", "--offline", "--pedantic", "--strict-collection", f"{GITHUB}/")
    assert status == 0, output


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("vendor.github-workflows", WORKFLOWS),
        ("custom.github-workflows-require-timeout", WORKFLOWS),
        ("vendor.dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_github_can_read_the_files(schema: str, files: list[Path]) -> None:
    """GitHub understands each file, and no job can hang for hours."""
    status, output = run("check-jsonschema", "--builtin-schema", schema, *files)
    assert status == 0, output


@pytest.mark.parametrize("path", WORKFLOWS, ids=str)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_workflow_follows_every_rule(rule: Rule, path: Path) -> None:
    """What runs in our name is pinned, has the least rights, and stops at the first failure."""
    assert list(rule(read((RACINE / path).read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_sound_workflow_is_accepted(rule: Rule) -> None:
    """A rule has nothing to say of a workflow that follows it."""
    assert list(rule(read(SOUND))) == []


@pytest.mark.parametrize(("rule", "sound", "fault"), FAULTS)
def test_a_fault_is_refused(rule: Rule, sound: str, fault: str) -> None:
    """One fault in a sound workflow is enough for its rule to refuse it."""
    assert sound in SOUND
    assert list(rule(read(SOUND.replace(sound, fault))))


def test_every_rule_is_shown_to_refuse_something() -> None:
    """No rule is there for show: each refuses at least one workflow above."""
    assert {rule for rule, _, _ in FAULTS} == set(RULES)


def test_only_the_main_branch_goes_online() -> None:
    """An act goes online when it is merged, and not before."""
    workflow = read((RACINE / GITHUB / "workflows/publier.yml").read_text(encoding="utf-8"))
    assert isinstance(workflow["on"], dict)
    assert set(workflow["on"]) == {"push", "schedule", "workflow_dispatch"}
    jobs = workflow["jobs"]
    assert jobs["inscrire"]["if"] == "github.ref == 'refs/heads/main'"
    assert [jobs[name]["needs"] for name in ("enregistrer", "construire", "deployer")] == [
        "inscrire",
        "enregistrer",
        "construire",
    ]
