-- Nothing: the number is held for a migration that is written at the same time and takes this file's place.
select 1;
