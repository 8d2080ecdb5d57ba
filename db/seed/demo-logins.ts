/** The two people of the demo that a visitor can sign in as; everybody else in it has no password. */
export const demoLogins: {
  role: 'owner' | 'newcomer'
  email: string
  password: string
  name: string
  /** Decides on the skills that people propose. */
  moderates?: true
}[] = [
  {
    role: 'owner',
    email: 'maya@demo.prajix.dev',
    password: 'demo-owner-pass',
    name: 'Maya Okafor',
    moderates: true,
  },
  {
    role: 'newcomer',
    email: 'linh@demo.prajix.dev',
    password: 'demo-newcomer-pass',
    name: 'Linh Nguyen',
  },
]
