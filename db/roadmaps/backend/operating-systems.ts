import { type Step, seat } from '../roadmap'

export const operatingSystems: Step = {
  id: 'operating-systems',
  title: 'Operating Systems',
  line: 1,
  summary:
    'How a kernel runs your program: processes, memory, interrupts and signals, and the line between user mode and kernel mode.',
  topics: [
    'Kernels and modes',
    'Program execution',
    'Interrupts and signals',
    'Memory and paging',
    'Direct memory access',
    'Files and descriptors',
  ],
  outcomes: [
    'You can explain what a system call costs and why a program makes one.',
    'You can say what a process owns, what its threads share, and what a signal interrupts.',
    'You can read the memory numbers of a running program and know which of them matter.',
    'You can tell a program that waits for a disk from one that burns the processor.',
  ],
  prerequisites: [],
  ideas: [
    {
      slug: 'process-weather',
      title: 'Process weather',
      pitch: 'A terminal page that shows what your machine is busy with, read straight from /proc.',
      description: [
        'Write a small monitor that refreshes each second and answers three questions: who uses the processor, who uses memory, and who waits for the disk.',
        '- Read `/proc` yourselves; do not shell out to other tools.\n- Compute rates from two samples, and mind counters that vanish between them.\n- Explain each number with one line of help at the press of a key.',
        '**Done means** your numbers agree with the standard tools within a few per cent, and the monitor itself uses less than one per cent of a core.',
      ],
      hoursPerWeek: 3,
      openings: [
        seat('Systems beginner', 2, { linux: 1 }, { python: 1, go: 1 }),
        seat('Reviewer who knows /proc', 1, { 'operating-systems': 3 }, { mentoring: 1 }),
      ],
    },
    {
      slug: 'shell-with-jobs',
      title: 'A shell with job control',
      pitch: 'Pipelines, redirects, background jobs and Ctrl-C that stops the right process.',
      description: [
        'A shell looks like string handling and turns out to be about processes. Build one that runs pipelines, redirects their ends, and moves jobs between foreground and background.',
        'Process groups and the controlling terminal are the heart of it: whoever owns the terminal gets the signal. Draw that on paper before you write code.',
        '- Pipes of any length, with the exit status of the last command.\n- `jobs`, `fg`, `bg`, and suspending with Ctrl-Z.\n- No zombie processes, ever.',
        '**Done means** you use it for a day as your login shell, and a script of fifty commands gives the same output as it does in Bash.',
      ],
      hoursPerWeek: 5,
      openings: [
        seat('C or Rust developer', 2, { 'operating-systems': 2 }, { c: 2, rust: 2 }),
        seat('Parser developer', 1, { 'data-structures': 2 }, { compilers: 1 }),
      ],
    },
    {
      slug: 'kernel-in-an-emulator',
      title: 'A kernel that boots',
      pitch:
        'Boot to your own kernel in an emulator: interrupts, paging, and two tasks taking turns.',
      description: [
        'Write a kernel for one emulated board that boots, prints to a serial port, takes a timer interrupt, turns on paging, and switches between two tasks that do not know of each other.',
        'Keep each stage small enough to test by itself: the emulator can run headless and compare the serial output in CI.',
        '- An interrupt table, with a handler that reports faults readably.\n- A page allocator, and a mapping that catches null pointers.\n- Pre-emptive switching on the timer, with a lock that disables interrupts for a measured time.\n- One driver that moves a block with direct memory access.',
        '**Done means** both tasks make progress for an hour without corruption, a null access prints the address and stops only its task, and a newcomer can follow your notes to the first boot in an evening.',
      ],
      hoursPerWeek: 10,
      openings: [
        seat('Kernel developer', 2, { 'operating-systems': 3, rust: 2 }, { assembly: 2 }),
        seat('Build and emulator engineer', 1, { linux: 3 }, { 'ci-cd': 2 }),
        seat('Writer of the notes', 1, { 'technical-writing': 2 }, { 'operating-systems': 1 }),
      ],
    },
  ],
}
