# train.mk - make train: the models, bit for bit, from ../shared/data
#
# Models are committed, so nothing depends on them being made. Each part adds
# a target train-NAME.
DATA = ../shared/data
TRAIN = $(B)/bin/nf-train

SENT_DATA = $(addprefix $(DATA)/sent/train/,gum.txt gum.spans ewt.txt \
	ewt.spans) $(addprefix $(DATA)/ents/train/,gmb-train.tsv \
	wikigold.tsv redocred-dev.tsv ewn-train.jsonl) \
	$(DATA)/ents/gazetteers/gazetteer.tsv $(DATA)/raw/speeches.txt

train: train-sent train-clean

train-sent: $(TRAIN)
	$(TRAIN) sent -v $(SENT_DATA) > $(B)/sent.bin
	cmp -s $(B)/sent.bin lib/data/sent.bin || \
		cp $(B)/sent.bin lib/data/sent.bin

# The assembler reads the models; make does not know by itself.
$(B)/lib/step/sentence_model.o: lib/data/sent.bin

$(B)/lib/step/boilerplate_model.o: lib/data/clean.bin

# nf-train takes pages as files: lib/model/clean_data.sh unpacks the sets.
train-clean: $(TRAIN)
	sh lib/model/clean_data.sh $(DATA)/clean/dev $(B)/clean
	find $(B)/clean -type f | LC_ALL=C sort | \
		xargs $(TRAIN) clean -v > $(B)/clean.bin
	cmp -s $(B)/clean.bin lib/data/clean.bin || \
		cp $(B)/clean.bin lib/data/clean.bin

.PHONY: train train-sent train-clean
