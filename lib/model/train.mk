# train.mk - make train: the models, bit for bit, from ../shared/data
#
# Models are committed, so nothing depends on them being made. Each part adds
# a target train-NAME.
DATA = ../shared/data
TRAIN = $(B)/bin/nf-train

SENT_DATA = $(addprefix $(DATA)/sent/train/,gum.txt gum.spans ewt.txt \
	ewt.spans) $(addprefix $(DATA)/ents/train/,gmb-train.tsv \
	wikigold.tsv redocred-dev.tsv ewn-train.jsonl) \
	$(DATA)/raw/speeches.txt

train: train-sent

train-sent: $(TRAIN)
	$(TRAIN) sent -v $(SENT_DATA) > $(B)/sent.bin
	cmp -s $(B)/sent.bin lib/data/sent.bin || \
		cp $(B)/sent.bin lib/data/sent.bin

# The assembler reads the models; make does not know by itself.
$(B)/lib/step/sentence_model.o: lib/data/sent.bin

.PHONY: train train-sent
