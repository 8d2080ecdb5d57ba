'use client'
import { Search } from 'lucide-react'
import Form from 'next/form'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { controlClass } from '@/components/ui/field'
import type { BrowseInput } from '@/contracts/inputs'
import { firstOf } from './browse-url'
import { KeptFilters } from './kept-filters'

/** A GET form: without JavaScript it loads the page, with it only the list changes. */
export function BrowseSearch({ filters }: { filters: BrowseInput }) {
  const [text, setText] = useState(filters.q)
  // "Clear filters" and the back button change the address, and with it what the field should say.
  useEffect(() => setText(filters.q), [filters.q])
  return (
    <Form
      action="/projects"
      scroll={false}
      role="search"
      aria-label="Projects"
      className="flex gap-2"
    >
      <label className="relative flex-1">
        <span className="sr-only">Search titles and descriptions</span>
        <Search
          aria-hidden
          className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-3"
        />
        <input
          type="search"
          name="q"
          value={text}
          maxLength={120}
          onChange={(event) => setText(event.target.value)}
          placeholder="What do you want to build?"
          className={`${controlClass} pl-9`}
        />
      </label>
      <KeptFilters filters={{ ...firstOf(filters), q: '' }} />
      <Button type="submit">Search</Button>
    </Form>
  )
}
