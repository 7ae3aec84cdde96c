# train.mk - make train: the models, bit for bit, from ../shared/data
DATA = ../shared/data

train: lib/data/sent.bin

SENT_FILES = $(wildcard $(DATA)/sent/train/*)

.PHONY: train
