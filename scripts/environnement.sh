# Prépare .venv à partir d'un verrou à empreintes. Lu par « site », « test » et « verifier ».
#
# Un .venv est refait quand il manque ou quand son verrou a changé ; celui des tests contient celui du site.

set -eu
racine=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$racine"

trouver_python() {
  for nom in python3 python3.14 python3.13 python3.12 python3.11; do
    if command -v "$nom" >/dev/null 2>&1 && "$nom" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$nom"
      return
    fi
  done
  echo "Il faut Python 3.11 ou plus récent, avec son module venv (Debian : apt install python3-venv)." >&2
  return 1
}

# preparer VERROU : rend .venv conforme à ce verrou, ou à celui des tests s'il y est déjà conforme.
preparer() {
  marque=".venv/.conforme"
  voulu=$(cat "$1" | cksum)
  complet=$(cat requirements-dev.txt | cksum)
  present=$(cat "$marque" 2>/dev/null || true)
  if [ -x .venv/bin/python ] && { [ "$present" = "$voulu" ] || [ "$present" = "$complet" ]; }; then
    return
  fi
  python=$(trouver_python)
  echo "Préparation de .venv (une minute, la première fois seulement)…" >&2
  "$python" -m venv --clear .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
  echo "$voulu" > "$marque"
}

# completer VERROU : ajoute à .venv ce dont un seul programme a besoin.
completer() {
  ajout=".venv/.$(basename -- "$1" .txt)"
  voulu=$(cat "$1" | cksum)
  if [ "$(cat "$ajout" 2>/dev/null || true)" != "$voulu" ]; then
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$1"
    echo "$voulu" > "$ajout"
  fi
}

# L'annonce de fin de vie du thème est connue : voir DECISIONS.md.
export NO_MKDOCS_2_WARNING=1
