/** A handle that the rules allow, from whatever name a provider gives: "Zoë Ní Briain" → "zoe-ni-briain". */
export function handleFromName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 30)
    .replace(/-+$/, '')
  return plain.length >= 3 ? plain : `dev-${plain || 'new'}`
}
