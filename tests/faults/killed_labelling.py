"""Answers items until it is killed, saying each answer after it was saved. Usage: killed_labelling.py PROJECT"""

import sys
from pathlib import Path

from annotator.services import annotating, project_file

db = project_file.open_project(Path(sys.argv[1]))
me = project_file.add_person(db, "Mira").id
labels = [label.id for label in project_file.question(db).labels]
while turn := annotating.next_turn(db, me):
    label = labels[turn.item.id % len(labels)]
    annotating.answer(db, me, turn, label, seconds=0.1)
    sys.stdout.write(f"{turn.item.id} {label}\n")
    sys.stdout.flush()
