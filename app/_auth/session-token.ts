import { decode } from 'next-auth/jwt'

/**
 * The session's id in next-auth's cookie, which may come in chunks; null without a token that we made.
 * Over https only the `__Secure-` name counts: a plain one could have been planted from http.
 */
export async function sessionIdFrom(
  jar: { name: string; value: string }[],
  secure: boolean,
  secret: string,
): Promise<string | null> {
  const name = `${secure ? '__Secure-' : ''}next-auth.session-token`
  const chunk = (each: { name: string }) => Number(each.name.slice(name.length + 1) || 0)
  const token = jar
    .filter((each) => each.name === name || each.name.startsWith(`${name}.`))
    .sort((a, b) => chunk(a) - chunk(b))
    .map((each) => each.value)
    .join('')
  if (!token) return null
  try {
    return (await decode({ token, secret }))?.sid ?? null
  } catch {
    return null
  }
}
