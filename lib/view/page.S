/* page - the style sheet of HTML pages, as it is */
	.section .rodata
	.globl page_css
	.hidden page_css
page_css:
	.incbin "lib/view/page.css"
	.globl page_css_end
	.hidden page_css_end
page_css_end:
#ifdef __ELF__
	.section .note.GNU-stack, "", %progbits
#endif
