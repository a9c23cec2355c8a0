"""Other programs that answer a query in a cold process: notmuch and mu, over the same articles as mails."""
import datetime
import email.utils
import json
import os
import shutil
import subprocess
import sys

PACKAGES = ("notmuch", "maildir-utils")


def install():
    command = ["apt-get", "-qq", "install", "-y", "--no-install-recommends", *PACKAGES]
    if subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode != 0:
        print("The peers can't be installed; they are left out.", file=sys.stderr)


def prepared(folder, words):
    """Commands by name, of those that are installed; their indexes are built here."""
    there = {name: shutil.which(program) for name, program in (("notmuch", "notmuch"), ("mu", "mu"))}
    if not any(there.values()):
        return {}
    mails = os.path.join(folder, "mail")
    if not os.path.isdir(mails):
        write_mails(folder, mails)
    commands = {}
    for name, build in (("notmuch", build_notmuch), ("mu", build_mu)):
        if there[name]:
            try:
                commands[name] = build(folder, mails, words)
            except subprocess.CalledProcessError as error:
                print(f"{name}: {error}; left out", file=sys.stderr)
    return commands


def build_notmuch(folder, mails, words):
    config = os.path.join(folder, "notmuch-config")
    with open(config, "w", encoding="utf-8") as out:
        out.write(f"[database]\npath={mails}\n[user]\nname=x\nprimary_email=x@example.org\n[new]\ntags=\n")
    quiet(["notmuch", f"--config={config}", "new", "--quiet"])
    return ["notmuch", f"--config={config}", "search", "--limit=10", *words]


def build_mu(folder, mails, words):
    home = os.path.join(folder, "mu")
    shutil.rmtree(home, ignore_errors=True)
    quiet(["mu", "init", f"--muhome={home}", f"--maildir={mails}"])
    quiet(["mu", "index", f"--muhome={home}", "--quiet"])
    return ["mu", "find", f"--muhome={home}", "--maxnum=10", *words]


def quiet(command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def write_mails(folder, mails):
    for part in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(mails, part))
    with open(f"{folder}/articles.jsonl", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            article = json.loads(line)
            day = datetime.datetime.fromisoformat(article["published"] + "T12:00:00+00:00")
            title = " ".join((article["title"] or "untitled").split())
            with open(f"{mails}/cur/{number}.host:2,S", "w", encoding="utf-8") as out:
                out.write(f"From: desk <desk@example.org>\nTo: reader@example.org\nSubject: {title}\n"
                          f"Date: {email.utils.format_datetime(day)}\nMessage-ID: <{number}@example.org>\n"
                          "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                          f"Content-Transfer-Encoding: 8bit\n\n{article['text']}\n")
