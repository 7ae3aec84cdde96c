/* entity_blob - the trained model of nf-ents, used in place */
	.section .rodata
	.balign 64
	.globl entity_blob
	.hidden entity_blob
entity_blob:
	.incbin "lib/data/ents.bin"
	.globl entity_blob_end
	.hidden entity_blob_end
entity_blob_end:
#ifdef __ELF__
	.section .note.GNU-stack, "", %progbits
#endif
