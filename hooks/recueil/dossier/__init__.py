"""The « dossier de preuve » of an act: one folder that a judge checks without this project and without network."""
