# view.mk - the style sheet is a part of the program
$(B)/lib/view/page.o: lib/view/page.css
