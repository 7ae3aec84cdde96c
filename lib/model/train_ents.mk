# train_ents.mk - make train-ents: the model of nf-ents, in about three minutes
#
# The first corpus is the target: its way to label is what is learnt.
ENTS_DATA = lib/data/places.tsv lib/data/organisations.tsv $(addprefix $(DATA)/ents/,\
	gazetteers/gazetteer.tsv clusters/news5m-c400.tsv \
	$(addprefix train/,ewn-train.jsonl gmb-train.tsv \
	crossner-politics.tsv redocred-dev.tsv redocred-test.tsv \
	uner-ewt-dev.tsv wikigold.tsv))

train: train-ents

train-ents: $(TRAIN)
	$(TRAIN) ents -v $(ENTS_DATA) > $(B)/ents.bin
	cmp -s $(B)/ents.bin lib/data/ents.bin || \
		cp $(B)/ents.bin lib/data/ents.bin

$(B)/lib/step/entity_blob.o: lib/data/ents.bin

.PHONY: train-ents
