/* sentence_model - the trained model of nf-sent, used in place */
	.section .rodata
	.balign 64
	.globl sentence_model
	.hidden sentence_model
sentence_model:
	.incbin "lib/data/sent.bin"
	.globl sentence_model_end
	.hidden sentence_model_end
sentence_model_end:
#ifdef __ELF__
	.section .note.GNU-stack, "", %progbits
#endif
