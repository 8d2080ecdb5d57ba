// Apart from the schemas: the field that suggests skills uses it, and should not load zod for it.

/** As an address has it: "Été à vélo" → `ete-a-velo`, "C++" → `c++`. Empty where nothing of it can stand there. */
export const slugOfSkill = (name: string) =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+#.]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')

/** What tells skills apart: "node js", "Node.js" and "nodejs" are one word. */
export const plainSkill = (text: string) => slugOfSkill(text).replace(/[.-]/g, '')
