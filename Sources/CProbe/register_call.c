// A call with every argument register given: what libffi cannot do. It knows no vectors, and it
// aligns the stack to 16 bytes only.
#include <stddef.h>

#include "CProbe.h"

#if defined(__x86_64__)

_Static_assert(offsetof(struct cprobe_registers, vectors) == 48, "the assembly below");
_Static_assert(offsetof(struct cprobe_registers, vector_count) == 176, "the assembly below");
_Static_assert(offsetof(struct cprobe_registers, stack) == 184, "the assembly below");
_Static_assert(offsetof(struct cprobe_registers, stack_size) == 192, "the assembly below");
_Static_assert(offsetof(struct cprobe_registers, stack_alignment) == 200, "the assembly below");
_Static_assert(offsetof(struct cprobe_registers, integer_results) == 208, "the assembly below");
_Static_assert(offsetof(struct cprobe_registers, vector_results) == 224, "the assembly below");
_Static_assert(offsetof(struct cprobe_registers, x87_results) == 256, "the assembly below");
_Static_assert(offsetof(struct cprobe_registers, x87_count) == 288, "the assembly below");

// System V ABI, AMD64 supplement, section 3.2. The frame keeps what unwinding needs: C++ exceptions
// pass through here.
__asm__(
    ".text\n"
    ".globl cprobe_enter_registers\n"
    ".hidden cprobe_enter_registers\n"
    ".type cprobe_enter_registers, @function\n"
    "cprobe_enter_registers:\n"
    "  .cfi_startproc\n"
    "  pushq %rbp\n"
    "  .cfi_def_cfa_offset 16\n"
    "  .cfi_offset %rbp, -16\n"
    "  movq %rsp, %rbp\n"
    "  .cfi_def_cfa_register %rbp\n"
    "  pushq %rbx\n"
    "  .cfi_offset %rbx, -24\n"
    "  pushq %r12\n"
    "  .cfi_offset %r12, -32\n"
    "  movq %rdi, %r12\n"
    "  movq %rsi, %rbx\n"
    "  movq 192(%rbx), %rcx\n"
    "  subq %rcx, %rsp\n"
    "  movq 200(%rbx), %rax\n"
    "  negq %rax\n"
    "  andq %rax, %rsp\n"
    "  movq 184(%rbx), %rsi\n"
    "  movq %rsp, %rdi\n"
    "  rep movsb\n"
    "  movups 48(%rbx), %xmm0\n"
    "  movups 64(%rbx), %xmm1\n"
    "  movups 80(%rbx), %xmm2\n"
    "  movups 96(%rbx), %xmm3\n"
    "  movups 112(%rbx), %xmm4\n"
    "  movups 128(%rbx), %xmm5\n"
    "  movups 144(%rbx), %xmm6\n"
    "  movups 160(%rbx), %xmm7\n"
    "  movq (%rbx), %rdi\n"
    "  movq 8(%rbx), %rsi\n"
    "  movq 16(%rbx), %rdx\n"
    "  movq 24(%rbx), %rcx\n"
    "  movq 32(%rbx), %r8\n"
    "  movq 40(%rbx), %r9\n"
    "  movq 176(%rbx), %rax\n"
    "  call *%r12\n"
    "  movq %rax, 208(%rbx)\n"
    "  movq %rdx, 216(%rbx)\n"
    "  movups %xmm0, 224(%rbx)\n"
    "  movups %xmm1, 240(%rbx)\n"
    "  movl 288(%rbx), %ecx\n"
    "  testl %ecx, %ecx\n"
    "  jz 1f\n"
    "  fstpt 256(%rbx)\n"
    "  cmpl $2, %ecx\n"
    "  jne 1f\n"
    "  fstpt 272(%rbx)\n"
    "1:\n"
    "  leaq -16(%rbp), %rsp\n"
    "  popq %r12\n"
    "  popq %rbx\n"
    "  popq %rbp\n"
    "  .cfi_def_cfa %rsp, 8\n"
    "  ret\n"
    "  .cfi_endproc\n"
    ".size cprobe_enter_registers, .-cprobe_enter_registers\n");

int cprobe_has_register_calls(void) { return 1; }

#else

void cprobe_enter_registers(void (*function)(void), struct cprobe_registers *registers) {
  (void)function;
  (void)registers;
}

int cprobe_has_register_calls(void) { return 0; }

#endif
