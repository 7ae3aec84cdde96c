/* boilerplate_model - the trained model of nf-clean, used in place */
	.section .rodata
	.balign 64
	.globl boilerplate_model
	.hidden boilerplate_model
boilerplate_model:
	.incbin "lib/data/clean.bin"
	.globl boilerplate_model_end
	.hidden boilerplate_model_end
boilerplate_model_end:
#ifdef __ELF__
	.section .note.GNU-stack, "", %progbits
#endif
