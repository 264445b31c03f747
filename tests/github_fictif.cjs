// Ce que l'interface de GitHub fait d'un dépôt, fait par git sur un vrai dépôt : pour essayer ce que les tâches y écrivent.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");

const [script, depot, sha] = process.argv.slice(2);
const git = (args, input, env) =>
  execFileSync("git", ["-C", depot, ...args], { input, env: { ...process.env, ...env }, encoding: "utf8" }).trim();

const sorties = {};
const core = {
  setOutput: (nom, valeur) => (sorties[nom] = valeur),
  setFailed: (texte) => (sorties.echec = texte),
};
const auteur = ["author", "committer"].flatMap((qui) => ["name", "email"].map((quoi) => `GIT_${qui}_${quoi}`.toUpperCase()));
const identite = Object.fromEntries(auteur.map((nom) => [nom, "essai@exemple.fr"]));
const rest = {
  git: {
    getCommit: async ({ commit_sha }) => ({ data: { tree: { sha: git(["rev-parse", `${commit_sha}^{tree}`]) } } }),
    getRef: async ({ ref }) => ({ data: { object: { sha: git(["rev-parse", `refs/${ref}`]) } } }),
    createBlob: async ({ content, encoding }) => ({
      data: { sha: git(["hash-object", "-w", "--stdin"], Buffer.from(content, encoding)) },
    }),
    createTree: async ({ base_tree, tree }) => {
      const index = { GIT_INDEX_FILE: `${depot}/index-essai` };
      git(["read-tree", base_tree], undefined, index);
      for (const { mode, sha, path } of tree) {
        git(["update-index", "--add", "--cacheinfo", `${mode},${sha},${path}`], undefined, index);
      }
      return { data: { sha: git(["write-tree"], undefined, index) } };
    },
    createCommit: async ({ message, tree, parents }) => ({
      data: { sha: git(["commit-tree", tree, "-m", message, ...parents.flatMap((p) => ["-p", p])], undefined, identite) },
    }),
    updateRef: async ({ ref, sha: neuf, force }) => {
      if (!force) git(["merge-base", "--is-ancestor", `refs/${ref}`, neuf]); // sinon, comme GitHub : refusé
      git(["update-ref", `refs/${ref}`, neuf]);
    },
  },
};

const tache = Object.getPrototypeOf(async () => {}).constructor;
new tache("github", "context", "core", "require", fs.readFileSync(script, "utf8"))(
  { rest },
  { repo: { owner: "mairie", repo: "actes" }, sha },
  core,
  require,
).then(
  () => process.stdout.write(JSON.stringify(sorties)),
  (erreur) => {
    process.stderr.write(String(erreur));
    process.exitCode = 1;
  },
);
