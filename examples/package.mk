# package.mk - completions, and packages for Debian
#
#   make completion   build/completion/{bash,zsh,fish}
#   make deb          build/nf_VERSION_ARCH.deb: programs, manual, completions;
#                     build/libnf-dev_VERSION_ARCH.deb: the library
COMPLETION = $(B)/completion
BASH_COMPLETIONS = $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(PREFIX)/share/fish/vendor_completions.d

completion: $(PROGRAMS:%=$(COMPLETION)/bash/%) \
	$(PROGRAMS:%=$(COMPLETION)/zsh/_%) $(PROGRAMS:%=$(COMPLETION)/fish/%.fish)

define complete
@mkdir -p $(@D)
@$(B)/bin/$* --help | awk -v program=$* -v shell=$(1) \
	-f examples/completion/completion.awk > $@.tmp && mv $@.tmp $@
endef

$(COMPLETION)/bash/%: $(B)/bin/% examples/completion/completion.awk
	$(call complete,bash)

$(COMPLETION)/zsh/_%: $(B)/bin/% examples/completion/completion.awk
	$(call complete,zsh)

$(COMPLETION)/fish/%.fish: $(B)/bin/% examples/completion/completion.awk
	$(call complete,fish)

install: install-completion

install-completion: completion
	install -d $(DESTDIR)$(BASH_COMPLETIONS) $(DESTDIR)$(ZSH_COMPLETIONS) \
		$(DESTDIR)$(FISH_COMPLETIONS)
	install -m 644 $(COMPLETION)/bash/* $(DESTDIR)$(BASH_COMPLETIONS)
	install -m 644 $(COMPLETION)/zsh/* $(DESTDIR)$(ZSH_COMPLETIONS)
	install -m 644 $(COMPLETION)/fish/* $(DESTDIR)$(FISH_COMPLETIONS)

uninstall: uninstall-completion

uninstall-completion:
	rm -f $(PROGRAMS:%=$(DESTDIR)$(BASH_COMPLETIONS)/%) \
		$(PROGRAMS:%=$(DESTDIR)$(ZSH_COMPLETIONS)/_%) \
		$(PROGRAMS:%=$(DESTDIR)$(FISH_COMPLETIONS)/%.fish)

# Where the packages are made, they are also tried: see tests/package.bats.
deb: all completion
	@rm -rf $(B)/deb
	@$(MAKE) --no-print-directory -s install \
		DESTDIR=$(CURDIR)/$(B)/deb/all PREFIX=/usr
	@B=$(B) VERSION=$(VERSION) sh examples/package.sh

.PHONY: completion deb install-completion uninstall-completion
